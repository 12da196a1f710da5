import { exp } from './exp.ts'
import { expm1 } from './expm1.ts'
import { log } from './log.ts'

/** How long something took: `reached` at `time`, or not yet when it was last looked at (censored). So many of them alike. */
export interface Lifetime {
  readonly time: number
  readonly reached: boolean
  readonly count?: number
}

/** What lifetimes say of the time; null for what lies beyond the end of looking. Units are those of the times. */
export interface Survival {
  /** The first time by which half have reached it (Kaplan-Meier). */
  readonly median: number | null
  /** The 95 % interval of the median. */
  readonly low: number | null
  readonly high: number | null
  /** The mean of the time, cut at the end of looking (restricted mean); null without any lifetime. */
  readonly mean: number | null
  /** The 95 % interval of the restricted mean, cut at 0 and at the end of looking; null where fewer than two reached it. */
  readonly meanLow: number | null
  readonly meanHigh: number | null
  readonly censored: number
  readonly count: number
}

/** 97.5 % of the standard normal law lie below. */
const z = 1.959963984540054

/** A time at which some reached it: how many of how many that had not before; and the share of those who still have not. */
interface Fall {
  readonly time: number
  readonly events: number
  readonly atRisk: number
  readonly surviving: number
  /** Greenwood's sum so far: the variance of log `surviving`. */
  readonly spread: number
}

/**
 * Median and restricted mean up to `end` of lifetimes of which some are censored (Kaplan and Meier 1958). The median's
 * interval is where the 95 % interval of the share (log-log, Kalbfleisch and Prentice) meets one half (Brookmeyer and Crowley
 * 1982); that of the mean has Greenwood's variance times m / (m - 1) for m that reached it. One that is censored at a time is
 * at risk at that time. Their order does not matter. Throws a RangeError for a time that is not from 0 to `end`.
 */
export function survivalOf(lifetimes: readonly Lifetime[], end: number): Survival {
  const falls = fallsOf(lifetimes, end)
  const count = lifetimes.reduce((all, one) => all + (one.count ?? 1), 0)
  const reached = falls.reduce((all, { events }) => all + events, 0)
  const first = (share: (fall: Fall) => number): number | null =>
    falls.find((fall) => share(fall) <= 0.5)?.time ?? null
  return {
    median: first(({ surviving }) => surviving),
    low: first((fall) => bandOf(fall, 1)),
    high: first((fall) => bandOf(fall, -1)),
    ...meanOf(falls, reached, count, end),
    censored: count - reached,
    count,
  }
}

function fallsOf(lifetimes: readonly Lifetime[], end: number): Fall[] {
  const events = new Map<number, number>()
  const leaving = new Map<number, number>()
  for (const { time, reached, count = 1 } of lifetimes) {
    if (!(time >= 0 && time <= end))
      throw new RangeError(`expected a time from 0 to ${end}, got ${time}`)
    leaving.set(time, (leaving.get(time) ?? 0) + count)
    if (reached) events.set(time, (events.get(time) ?? 0) + count)
  }
  let atRisk = [...leaving.values()].reduce((all, one) => all + one, 0)
  let [surviving, spread] = [1, 0]
  const falls: Fall[] = []
  for (const [time, gone] of [...leaving].sort(([a], [b]) => a - b)) {
    const d = events.get(time) ?? 0
    if (d > 0) {
      surviving *= (atRisk - d) / atRisk
      spread += d / (atRisk * (atRisk - d))
      falls.push({ time, events: d, atRisk, surviving, spread })
    }
    atRisk -= gone
  }
  return falls
}

/** The lower (1) or upper (-1) end of the 95 % interval of the share that has not reached it. */
function bandOf({ surviving, spread, atRisk }: Fall, side: 1 | -1): number {
  // Where nobody is left Greenwood's variance tells nothing: none of those at risk, by Clopper and Pearson.
  if (surviving === 0) return side === 1 ? 0 : -expm1(log(0.025) / atRisk)
  const width = (z * Math.sqrt(spread)) / -log(surviving)
  return exp(exp(side * width) * log(surviving))
}

function meanOf(
  falls: readonly Fall[],
  reached: number,
  count: number,
  end: number,
): Pick<Survival, 'mean' | 'meanLow' | 'meanHigh'> {
  if (count === 0) return { mean: null, meanLow: null, meanHigh: null }
  // From the end on backwards: the area under the curve to the right of a fall is what that fall's variance weighs.
  let [area, right, variance] = [0, end, 0]
  for (const { time, events, atRisk, surviving } of falls.toReversed()) {
    area += surviving * (right - time)
    right = time
    if (surviving > 0) variance += (area * area * events) / (atRisk * (atRisk - events))
  }
  const mean = area + right
  if (reached < 2) return { mean, meanLow: null, meanHigh: null }
  const half = z * Math.sqrt((variance * reached) / (reached - 1))
  return { mean, meanLow: Math.max(0, mean - half), meanHigh: Math.min(end, mean + half) }
}
