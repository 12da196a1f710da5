import type { Config } from 'ganglion'

/** How the engine is started in its thread; the options of `experiment` of the package `ganglion`. */
export interface EngineOptions {
  readonly set?: string[]
  readonly seed?: number
  readonly plugins?: string[]
  readonly pace?: number | null
  readonly paused?: boolean
}

/** What the thread of the engine is told at its start. */
export interface EngineOrder {
  readonly target: string | Config
  readonly options: EngineOptions
}
