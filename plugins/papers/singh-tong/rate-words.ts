import { compared, type Comparison, type RateOf } from '@ganglion/core'

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

const { always, never } = compared

/** In every group, where a region has starts. */
export const everywhere = {
  always: (sweep: string, region: string): Comparison => always(rateOf(sweep, region, 'lowest')),
  never: (sweep: string, region: string): Comparison => never(rateOf(sweep, region, 'highest')),
}
