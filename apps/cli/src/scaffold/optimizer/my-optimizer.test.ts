import { testOptimizer } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-optimizer.ts'

conform('my-optimizer', testOptimizer(plugin))
