import { testDynamics } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-dynamics.ts'

const file = import.meta.resolve('./my-dynamics.ts')
conform('my-dynamics', testDynamics(plugin, { file }))
