/** How a member ended: the first of these, in this order, that holds at its end. */
export const outcomes = [
  'failed',
  'cancelled',
  'diverged',
  'converged',
  'collapsed',
  'oscillating',
  'stalled',
  'exhausted',
] as const

/** One of `outcomes`. */
export type Outcome = (typeof outcomes)[number]

/** What a member is doing now, and since which step. */
export interface Verdict {
  readonly member: number
  readonly state: 'playing' | Outcome
  readonly since: number
  readonly step: number
}
