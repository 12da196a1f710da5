import { testRegulariser } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-regulariser.ts'

conform('my-regulariser', testRegulariser(plugin))
