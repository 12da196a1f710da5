import { settledWords, type Discriminator } from '@ganglion/core'
import { testDiscriminator } from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import features, { conformance as few } from '../../plugins/discriminators/features/features.ts'
import kernel, { conformance as short } from '../../plugins/discriminators/kernel/kernel.ts'

/** A suite under words that are no defaults. */
function suite(plugin: Discriminator, sizes: Readonly<Record<string, number>>, words: object) {
  const settings = { ...settledWords(plugin.options), ...words }
  return testDiscriminator(plugin, { sizes, settings })
}

// Sums with a cusp have kinks by their nature: of the exact kernel smooth ones are tested.
conform('kernel, half-decades', suite(kernel, short.sizes, { widths: 'half-decades' }))

// A sum with no closed form against mixtures is told points, as by a plugin that has none.
const { expectation: _, ...onPoints } = kernel
const smooth = { kernel: 'rbf+rational-quadratic', widths: 'octaves' }
conform('kernel, a sum in octaves', suite(onPoints, short.sizes, smooth))

const all = { kernel: 'rbf+laplacian+rational-quadratic', widths: 'octaves' }
conform('features of three kernels in octaves', suite(features, few.sizes, all))
