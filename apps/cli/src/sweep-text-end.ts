import type { SweepOutline } from '@ganglion/sweep'
import { runsFolder } from '@ganglion/sweep'
import { duration, planText } from './sweep-text.ts'

/** The first line for people: what a sweep consists of, and how many of its chunks were kept by an earlier command. */
export function beginningText(
  plan: Pick<SweepOutline, 'cells' | 'members' | 'chunks' | 'groups'>,
  committed: number,
): string {
  const there = (many: string, more = ''): string =>
    `${planText(plan)}; ${many} of them are there already${more}`
  if (committed === 0) return planText(plan)
  if (committed < plan.chunks.length) return there(String(committed))
  return there('all', ': nothing was left to compute')
}

/** The last lines for people: where a finished run is, and what takes it. */
export function nextText(name: string): string {
  return [
    `run   ${runsFolder}/${name}`,
    `next  ganglion report ${name}: a page of figures; ganglion export ${name} --csv -: a row a cell`,
  ].join('\n')
}

/** Members a second; of slow games a minute, or the time of a single one. */
export function rateText(perSecond: number): string {
  const perMinute = 60 * perSecond
  if (perSecond >= 1) return `${few(perSecond)} members/s`
  if (perMinute >= 1) return `${few(perMinute)} members/min`
  return `${duration(1 / perSecond)} a member`
}

const few = (rate: number): string =>
  rate < 9.95 ? String(Number(rate.toFixed(1))) : rate.toFixed(0)
