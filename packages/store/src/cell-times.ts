import { survivalOf } from '@ganglion/numerics'
import type { Section } from '@ganglion/plan'
import type { Field } from './fields.ts'

/** How long the trials of a cell took: how many arrived, their median and the mean cut at the last step. */
export function timeFields({ times = {} }: Section): Field[] {
  return Object.keys(times).flatMap((name): Field[] => [
    { name: `time.${name}.reached`, type: 'count' },
    { name: `time.${name}.median`, type: 'number' },
    { name: `time.${name}.mean`, type: 'number' },
  ])
}

/**
 * The numbers of these fields, of cells whose trials took so many steps: NaN is never, by `last`. Where half of the trials or
 * more never arrived the median is NaN.
 */
export function timeValues(
  steps: ReadonlyMap<string, readonly (readonly number[])[]>,
  last: number,
): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [name, cells] of steps) {
    const told = cells.map((trials) =>
      survivalOf(
        trials.map((step) =>
          Number.isNaN(step) ? { time: last, reached: false } : { time: step, reached: true },
        ),
        last,
      ),
    )
    found.set(
      `time.${name}.reached`,
      told.map(({ count, censored }) => count - censored),
    )
    found.set(
      `time.${name}.median`,
      told.map(({ median }) => median ?? NaN),
    )
    found.set(
      `time.${name}.mean`,
      told.map(({ mean }) => mean ?? NaN),
    )
  }
  return found
}
