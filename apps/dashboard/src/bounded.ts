import { runInNewContext } from 'node:vm'

/** What a call that takes too long is broken off with. */
export class TooLong extends Error {
  override readonly name = 'TooLong'

  constructor(ms: number) {
    super(`it did not come back within ${ms} ms`)
  }
}

/**
 * Calls a synchronous function and breaks it off after a time in milliseconds, whatever it does: a loop, a regular
 * expression, `Atomics.wait`. Then a TooLong is thrown, and no `finally` of what was broken off has run.
 */
export function bounded<T>(call: () => T, ms: number): T {
  try {
    return runInNewContext('call()', { call }, { timeout: Math.max(1, Math.ceil(ms)) }) as T
  } catch (cause) {
    const { code } = (cause ?? {}) as { code?: unknown }
    throw code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? new TooLong(ms) : cause
  }
}
