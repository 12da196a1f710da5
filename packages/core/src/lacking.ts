import type { InsufficientDataEvent } from './event.ts'
import type { Observation } from './frame.ts'
import { none, type Post } from './post.ts'

/** A signal is insufficient when more than a quarter of the last 32 observations lack it. */
const span = 32
/** So many observations must have been seen before that is said. */
export const least = 8
/** While the game runs, so many observations count at least. */
export const fewest = 16

/** What is looked for in each observation. */
export interface Wanted {
  readonly names: readonly string[]
  /** For each name in the observation at hand: 0 there, 1 not a number, 2 absent. */
  readonly lacks: Uint8Array
}

/** Notes which needed signals this observation lacks. */
export function look({ names, lacks }: Wanted, { signals }: Observation): void {
  for (let i = 0; i < names.length; i++) {
    const reading = signals[names[i]!]
    if (reading === undefined) lacks[i] = 2
    else if (typeof reading === 'number') lacks[i] = Number.isNaN(reading) ? 1 : 0
    else lacks[i] = reading.length === 0 ? 2 : hole(reading)
  }
}

function hole(numbers: readonly number[]): 0 | 1 {
  for (let i = 0; i < numbers.length; i++) if (Number.isNaN(numbers[i]!)) return 1
  return 0
}

/** Notes one observation more, and whether it lacked anything. */
export function tick({ seen, gaps }: Post, member: number, gap: 0 | 1): void {
  if (seen[member]! < span) seen[member]!++
  gaps[member] = (gaps[member]! << 1) | gap
}

/** Whether more than a quarter of the last observations lacked something; `atLeast` so many count. */
export function starved({ gaps, seen }: Post, member: number, atLeast: number): boolean {
  let count = 0
  for (let rest = gaps[member]!; rest !== 0; rest &= rest - 1) count++
  return count * 4 > Math.max(seen[member]!, atLeast)
}

/** The event that says what is missing. */
export function complaint(
  { detector, missing }: Post,
  member: number,
  step: number,
): InsufficientDataEvent {
  const { event, name } = detector
  const lacking = missing.get(member) ?? none
  return { type: 'insufficient-data', event, member, step, missing: lacking, detector: name }
}
