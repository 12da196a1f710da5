export { conform } from '@ganglion/testkit/vitest'
