import { testGenerator } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-generator.ts'

const file = import.meta.resolve('./my-generator.ts')
conform('my-generator', testGenerator(plugin, { file }))
