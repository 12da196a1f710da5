import type { Options, Sizes } from '@ganglion/core'

/** What a suite of a player may be told. */
export interface PlayerSuite {
  /** Where the plugin is its module's default export; with it, a case builds and evaluates the player in a worker. */
  readonly file?: string | URL
  /** Sizes other than the declared ones. */
  readonly sizes?: Sizes
  /** Values of options other than their defaults. */
  readonly settings?: Readonly<Record<keyof Options, number | string>>
  /** The family has kinks or steps, and its author knows: slopes may jump where they do. */
  readonly kinks?: boolean
}
