export * from '@ganglion/testkit'
