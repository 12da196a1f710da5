import type { Comparison, RateOf } from '@ganglion/core'

type Group = NonNullable<RateOf['group']>

/** The rate of success of a sweep in a region, of a group. */
export const rateOf = (sweep: string, region: string, group: Group): RateOf => ({
  sweep,
  region,
  criterion: 'means',
  group,
})

/** A group of alpha. */
export const alpha = (value: number) => ({ alpha: value })

/** All of them succeed. */
export const always = (rate: RateOf): Comparison => ({ rate, is: 'at-least', than: 1 })

/** None of them succeeds. */
export const never = (rate: RateOf): Comparison => ({ rate, is: 'at-most', than: 0 })

/** More than a number, or than those of another rate. */
export const above = (rate: RateOf, than: number | RateOf): Comparison => ({
  rate,
  is: 'above',
  than,
})

/** Fewer than a number, or than those of another rate. */
export const below = (rate: RateOf, than: number | RateOf): Comparison => ({
  rate,
  is: 'below',
  than,
})

/** In every group, where a region has starts. */
export const everywhere = {
  always: (sweep: string, region: string): Comparison => always(rateOf(sweep, region, 'lowest')),
  never: (sweep: string, region: string): Comparison => never(rateOf(sweep, region, 'highest')),
}
