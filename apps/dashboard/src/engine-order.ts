import type { Limits } from '@ganglion/host'
import type { Config } from 'ganglion'
import type { Command } from './feed.ts'

/** How the engine is started in its thread; the options of `experiment` of the package `ganglion`, and limits for plugins of one's own. */
export interface EngineOptions extends Limits {
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

/** What the thread of the engine is told later: commands, and that its last report was taken, so that the next may come. */
export type EngineMessage = Command | { readonly type: 'taken' }

/** What the process around that thread is told first. */
export interface HostOrder {
  readonly order: EngineOrder
  /** The address of the module of the thread. */
  readonly entry: string
}
