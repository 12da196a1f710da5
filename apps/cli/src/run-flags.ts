import type { DashboardOptions } from '@ganglion/dashboard'
import type { Overrides } from 'ganglion'
import type { ColorChoice } from './from-environment.ts'
import type { Format } from './format.ts'

/** Flags of `run`. */
export interface RunFlags extends Overrides {
  /** The same as `--format jsonl`. */
  readonly json?: boolean
  readonly format?: Format
  readonly every?: number
  /** Number of the first member: random numbers are drawn by it. In a sweep it is cell * trials + trial. */
  readonly firstMember?: number
  /** Name of the folder in runs/ in which the game is stored. */
  readonly out?: string
  readonly live?: boolean
  /** Steps a second of the dashboard; Infinity for as many as there can be. */
  readonly pace?: number
  /** Say what would be played and where each value comes from; play nothing. */
  readonly printConfig?: boolean
  /** Seconds that a plugin may take for one answer. */
  readonly deadline?: number
  /** Megabytes that plugins of one's own may use. */
  readonly memory?: number
  readonly theme?: NonNullable<DashboardOptions['theme']>
  readonly ascii?: boolean
  readonly screenReader?: boolean
  readonly color?: ColorChoice
}
