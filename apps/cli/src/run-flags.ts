import type { Overrides } from 'ganglion'

/** Flags of `run`. */
export interface RunFlags extends Overrides {
  readonly json?: boolean
  readonly every?: number
  readonly live?: boolean
  readonly pace?: number
}
