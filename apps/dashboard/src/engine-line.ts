import type { EngineMessage } from './engine-order.ts'

/** How an engine that runs elsewhere is spoken to. What it says goes to the function that it was opened with. */
export interface EngineLine {
  readonly send: (message: EngineMessage) => void
  /** Resolves when the engine has left, for whatever reason. */
  readonly gone: Promise<void>
  /** Ends it, whatever it does. */
  readonly close: () => Promise<void>
}
