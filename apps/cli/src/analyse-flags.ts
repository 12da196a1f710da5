import type { Overrides } from 'ganglion'

/** Where a game is analysed: after its steps, or where a step leads nowhere else. */
export const places = ['step', 'equilibrium'] as const

/** Flags of `analyse`. */
export interface AnalyseFlags extends Overrides {
  /** The step whose number follows, or the last; a number is a step too. Of a critical value an equilibrium. */
  readonly at?: string
  /** Number of the first member: random numbers are drawn by it. */
  readonly firstMember?: number
  /** The setting whose critical value is sought, and perhaps the range. */
  readonly critical?: string
  readonly json?: boolean
  /** Draw with plain ASCII characters. */
  readonly ascii?: boolean
}
