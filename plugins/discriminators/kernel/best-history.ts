import type { MeasureValues, Values } from '@ganglion/core'

/** What the best answer needs to know of the settings. */
export interface BestSettings {
  readonly capacity: number
  readonly dimensions: number
  readonly lambda: number
}

/**
 * The converged discriminator, f = (E_target K(., x) - E_generated K(., y)) / lambda, which maximises E_target D - E_generated D
 * - lambda |f|^2 / 2 (becker2022, eq. 5 at rest). Throws where lambda is 0: there is none.
 */
export function bestHistory(
  target: MeasureValues,
  generated: MeasureValues,
  _: Values,
  { capacity, dimensions, lambda }: BestSettings,
): Values {
  if (!(lambda > 0))
    throw new Error(
      `the best answer of a kernel needs a ridge: expected discriminator.lambda above 0, got ${lambda}; without one it grows for ever`,
    )
  const laws = [target, generated] as const
  const places = laws.flatMap((law) =>
    law.kind === 'points' ? law.positions : law.means.map((mean) => [mean]),
  )
  const weights = laws.flatMap((law, k) =>
    (law.kind === 'points' ? law.masses : law.weights).map((w) => (k === 0 ? w : -w) / lambda),
  )
  const spreads = laws.flatMap((law) =>
    law.kind === 'points'
      ? law.masses.map(() => 0)
      : law.means.map(() => law.deviation * law.deviation),
  )
  if (places.length > capacity)
    throw new Error(
      `the history is full: ${places.length} atoms are needed, there is room for ${capacity}. Raise discriminator.capacity.`,
    )
  const filled = (numbers: readonly number[], length: number, rest: number): number[] =>
    Array.from({ length }, (__, k) => numbers[k] ?? rest)
  return {
    atoms: filled(places.flat(), capacity * dimensions, 0),
    coefficients: filled(weights, capacity, 0),
    spreads: filled(spreads, capacity, 0),
    open: filled(
      places.map((__, k) => k),
      capacity,
      -1,
    ),
    used: [places.length],
    scale: [1],
  }
}
