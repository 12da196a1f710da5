/** A number of a frame that may be told alone or as a list of one. */
export const numbersOf = (told: number | readonly number[] | undefined): readonly number[] =>
  [told ?? []].flat()

/** What all games of the theory have in common. */
export const common = {
  objective: 'mean-difference',
  optimizer: 'sgd',
  detectors: [],
  seed: 1,
} as const

/** A target of eq. 2 with these means, or the single Gaussian of appendix C with one. */
export const targetOf = (means: readonly number[]) => ({
  kind: 'mixture',
  means,
  weights: means.map(() => 1 / means.length),
  deviation: 1,
})

/** A generator of the same family that begins here. */
export const generatorOf = (means: readonly number[]) => ({
  plugin: 'mixture',
  components: means.length,
  means,
  weights: means.map(() => 1 / means.length),
  deviation: 1,
})

/** An interval for players that never look at where it begins. */
export const anyIntervals = {
  plugin: 'interval',
  intervals: 2,
  crossing: 'absorb',
  left: [-1, 0.5],
  right: [-0.5, 1],
} as const
