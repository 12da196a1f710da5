// The thread in which chunks of a sweep are computed.
import { enableCompileCache } from 'node:module'
import { serveSweep } from '@ganglion/sweep'
import { registryWith } from 'ganglion/prepare'

enableCompileCache()
await serveSweep(registryWith)
