import type { Frame } from '@ganglion/core'
import type { Table } from '@ganglion/report'

interface Stretch {
  readonly from: number
  readonly to: number
  readonly most: number
}

/**
 * The steps of the kept frames at which a search between the means misses zeros, as stretches; null where the run did not
 * measure that. `searched` says whether the discriminator of the run searched so.
 */
export function missedTable(frames: readonly Frame[], searched: boolean): Table | null {
  const missed = frames.map(({ step, signals }) => ({
    step,
    count: signals['missed-zeros']?.numbers[0] ?? NaN,
  }))
  if (missed.every(({ count }) => Number.isNaN(count))) return null
  const rows = stretchesOf(missed)
  return {
    title: 'Steps at which a search between the means misses zeros',
    columns: [
      { label: 'from step', number: true },
      { label: 'to step', number: true },
      { label: 'zeros missed at most', number: true },
    ],
    rows:
      rows.length === 0
        ? [['none', '', '0']]
        : rows.map(({ from, to, most }) => [`${from}`, `${to}`, `${most}`]),
    note: searched
      ? 'Of target minus generated density. The discriminator of this run searched so: at these steps its answer was not the best one.'
      : 'Of target minus generated density. Nothing was missed in this run, whose best answers know every zero: so it would be with discriminator.zeros=bracketed.',
  }
}

/** Frames in a row that miss some are a stretch. */
function stretchesOf(missed: readonly { step: number; count: number }[]): Stretch[] {
  const found: Stretch[] = []
  let open = false
  for (const { step, count } of missed) {
    const last = found.at(-1)
    if (!(count > 0)) open = false
    else if (open && last)
      found[found.length - 1] = { ...last, to: step, most: Math.max(last.most, count) }
    else {
      found.push({ from: step, to: step, most: count })
      open = true
    }
  }
  return found
}
