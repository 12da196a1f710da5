import { exitCode } from './exit-code.ts'

/** Standard output: a reader that has gone ends the command quietly, a device that is full ends it with a sentence. */
export class Output {
  #broken = false

  constructor() {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => this.#fail(error))
  }

  /** Writes a line; resolves when more may be written. */
  async line(text: string): Promise<void> {
    if (this.#broken) return
    if (!process.stdout.write(`${text}\n`))
      await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
  }

  /** Resolves when everything is out. */
  async flush(): Promise<void> {
    if (!this.#broken)
      await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  }

  #fail({ code }: NodeJS.ErrnoException): void {
    if (this.#broken) return
    this.#broken = true
    if (code === 'EPIPE') process.exit(exitCode.ok)
    process.stderr.write(`ganglion: standard output cannot be written (${code ?? 'unknown'}).\n`)
    process.exit(exitCode.failed)
  }
}
