import { authorStack } from '@ganglion/core'
import { Finding } from './case.ts'

/** The Finding of something that was thrown: whoever meets the same mistake again need not tell it again. */
export class Threw extends Finding {
  readonly #mistake: string

  /** `mistake` is what is the same wherever it is met; the message may say more. */
  constructor(mistake: string, message = mistake, cause?: unknown) {
    super(message)
    this.#mistake = mistake
    // The author looks for a line of theirs; ours would bury it.
    const frames = cause instanceof Error ? framesOf(cause) : ''
    this.stack = `Finding: ${message}${frames}`
  }

  get mistake(): string {
    return this.#mistake
  }
}

function framesOf(cause: Error): string {
  const stack = authorStack(cause)
  const first = stack.search(/^\s+at /m)
  return first < 0 ? '' : `\n${stack.slice(first).replace(/^\n+/, '')}`
}
