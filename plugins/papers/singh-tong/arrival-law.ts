import type { SweptGroup } from '@ganglion/core'
import { fitPower, type PowerFit } from '@ganglion/numerics'

/** Median steps to the optimum by alpha, and the exponent of alpha (1 - alpha) that they follow. */
export interface ArrivalLaw {
  readonly medians: readonly (readonly [alpha: number, median: number])[]
  readonly fit: PowerFit
}

interface Timed {
  readonly times?: { readonly arrival?: { readonly median?: number | null } }
}

/** The law of a sweep over alpha; alphas at which fewer than half of the members arrive are left out. */
export function arrivalLaw(groups: readonly SweptGroup[]): ArrivalLaw {
  const medians = groups.flatMap(({ group, ordered }) => {
    const median = (ordered as Timed | null)?.times?.arrival?.median ?? null
    const { alpha } = group
    return typeof alpha === 'number' && median !== null && median > 0
      ? [[alpha, median] as const]
      : []
  })
  const fit = fitPower(
    medians.map(([alpha]) => alpha * (1 - alpha)),
    medians.map(([, median]) => median),
  )
  return { medians, fit }
}

/** A law in words: `0.02 (-0.04 to 0.09)`. */
export function exponentText({ fit: { exponent, low, high } }: ArrivalLaw): string {
  return `${exponent.toFixed(3)} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

/** Medians in words: `0.111: 624, ...`. */
export function mediansText({ medians }: ArrivalLaw): string {
  return medians.map(([alpha, median]) => `${alpha.toFixed(3)}: ${median}`).join(', ')
}
