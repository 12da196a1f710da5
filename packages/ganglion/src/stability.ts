// Apart from the front door: whoever plays a game does not wait for linear algebra.
export * from '@ganglion/stability'
