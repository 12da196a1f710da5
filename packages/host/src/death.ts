import { PluginError, textOf } from '@ganglion/core'
import type { BlackBox, Spot } from './black-box.ts'

/** How a contained thread may come to its end before its time. */
export type Death =
  | { readonly type: 'hang' }
  | { readonly type: 'exit'; readonly code: number }
  | { readonly type: 'error'; readonly cause: unknown }

interface Allowed {
  readonly deadlineMs: number
  readonly memoryMb: number | null
}

/** Says of a death which plugin caused it, at which port and step, why, and what may help. */
export function deathOf(death: Death, box: BlackBox, allowed: Allowed): PluginError {
  return new PluginError(spotOf(death, box), reasonOf(death, box, allowed), causeOf(death))
}

/** A thread without a stranger's plugin that dies: nobody is to blame by name. */
const nobody: Spot = { plugin: 'engine', port: 'life', step: 0 }

function spotOf({ type }: Death, box: BlackBox): Spot {
  const running = box.running()
  const suspect = box.suspect()
  // Who hangs is whoever runs. A rejection, an exit from a timer, a leak come to light anywhere: the stranger's, if there is one.
  if (type === 'hang' || suspect === null) return running ?? suspect ?? nobody
  return suspect
}

function reasonOf(death: Death, box: BlackBox, { deadlineMs, memoryMb }: Allowed): string {
  switch (death.type) {
    case 'hang':
      return `it did not come back within ${deadlineMs / 1000} s${box.running() ? '' : ' (no plugin code was running: something else keeps its thread busy)'}; it loops, or waits for something that never comes. Give it more time with --deadline if it is only slow.`
    case 'exit':
      return `it ended its thread (process.exit, code ${death.code}). A plugin reports a mistake by throwing an error.`
    case 'error':
      return isOutOfMemory(death.cause)
        ? `it needed more memory than ${memoryMb === null ? 'there is' : `${memoryMb} MB`}. Give it more with --memory, if it does not leak.`
        : `an error reached no one (${textOf(death.cause)}): it was thrown in a callback, or a promise was rejected that nobody awaits. Plugin code is synchronous and throws where it is called.`
  }
}

const causeOf = (death: Death): unknown => (death.type === 'error' ? death.cause : undefined)

const isOutOfMemory = (cause: unknown): boolean =>
  (cause as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
