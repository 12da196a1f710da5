import type { Origin, Preset } from '@ganglion/core'

/** Origins of values by path. */
export type Origins = Preset['origins']

/** A value of our own, and why it is that. */
export const assumed = (why: string): readonly [Origin, string] => ['assumed', why]

/** A value of the program that drew the figures, and what it does there. */
export const code = (what: string): readonly [Origin, string] => ['code', what]

/** Values that only watch, or that nothing depends on. */
export const watching = assumed(
  'the report shows paths and rates only; watching changes none of them',
)

const family = assumed('the only kind of weights that the report trains is told in appendix B')

/** Origins of the two players and of how they play, where a figure has none of its own. */
export const shared: Origins = {
  'target.kind': 'printed',
  'target.deviation': 'printed',
  'generator.plugin': 'printed',
  'generator.components': 'printed',
  'generator.deviation': 'printed',
  'generator.learned': 'printed',
  'generator.order': family,
  'discriminator.plugin': 'printed',
  'discriminator.intervals': 'printed',
  'dynamics.plugin': 'printed',
  objective: 'printed',
  optimizer: 'printed',
  geometry: 'printed',
  mirrored: 'printed',
  metrics: watching,
  detectors: watching,
  seed: assumed('any seed will do'),
}
