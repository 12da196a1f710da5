import { testObjective } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-objective.ts'

conform('my-objective', testObjective(plugin))
