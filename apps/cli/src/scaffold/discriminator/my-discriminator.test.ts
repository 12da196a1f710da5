import { testDiscriminator } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-discriminator.ts'

const file = import.meta.resolve('./my-discriminator.ts')
conform('my-discriminator', testDiscriminator(plugin, { file }))
