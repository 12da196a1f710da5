import type { Origin, Preset } from '@ganglion/core'

/** A value of our own, and why it is that. */
export const assumed = (why: string): readonly [Origin, string] => ['assumed', why]

/** Origins that all set-ups of the paper share. */
export const shared: Preset['origins'] = {
  'target.kind': 'printed',
  'target.weights': 'printed',
  'target.deviation': 'printed',
  'generator.plugin': 'printed',
  'generator.components': 'printed',
  'generator.weights': 'printed',
  'generator.deviation': 'printed',
  'discriminator.plugin': 'printed',
  'discriminator.intervals': 'printed',
  'discriminator.crossing': assumed(
    'the paper does not say; the only rule that tells all of its figures',
  ),
  'dynamics.plugin': 'printed',
  objective: 'printed',
  optimizer: 'printed',
}
