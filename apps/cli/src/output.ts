import type { Writable } from 'node:stream'
import { exitCode } from './exit-code.ts'

/** Standard output: a reader that has gone ends the command quietly, a device that is full ends it with a sentence. */
export class Output {
  readonly #stream: Writable
  #broken = false
  #full: Promise<void> | null = null

  constructor(stream: Writable = process.stdout) {
    this.#stream = stream
    stream.on('error', (error: NodeJS.ErrnoException) => this.#fail(error))
  }

  /** Pending while the reader is behind: resolves when more may be written. */
  get full(): Promise<void> | null {
    return this.#full
  }

  /** Writes a line; resolves when more may be written. */
  line(text: string): Promise<void> {
    if (this.#broken || this.#stream.write(`${text}\n`)) return Promise.resolve()
    this.#full ??= new Promise<void>((resolve) =>
      this.#stream.once('drain', () => {
        this.#full = null
        resolve()
      }),
    )
    return this.#full
  }

  /** Resolves when everything is out. */
  async flush(): Promise<void> {
    if (!this.#broken) await new Promise<void>((resolve) => this.#stream.write('', () => resolve()))
  }

  #fail({ code }: NodeJS.ErrnoException): void {
    if (this.#broken) return
    this.#broken = true
    if (code === 'EPIPE') process.exit(exitCode.ok)
    process.stderr.write(`ganglion: standard output cannot be written (${code ?? 'unknown'}).\n`)
    process.exit(exitCode.failed)
  }
}
