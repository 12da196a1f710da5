import type { Writable } from 'node:stream'
import type { Progress } from '@ganglion/sweep'
import { duration } from './sweep-text.ts'

const everyMs = 10_000
const barWidth = 30

/** Tells how far a sweep is: a bar in a terminal, else a line every ten seconds. Never on the stream of the results. */
export class SweepProgress {
  readonly #stream: Writable
  readonly #bar: boolean
  readonly #started = performance.now()
  #last = performance.now()
  #drawn = false
  #members = 0
  #chunks = 0

  constructor(stream: Writable & { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv) {
    this.#stream = stream
    this.#bar = stream.isTTY === true && !env['CI'] && env['TERM'] !== 'dumb'
    // One listener is enough, however many sweeps a command plays.
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined)
  }

  next({ from, to, committed, of }: Progress): void {
    this.#members += to - from
    this.#chunks++
    const now = performance.now()
    if (now - this.#last < (this.#bar ? 66 : everyMs) && committed < of) return
    if (!this.#bar && committed === of && now - this.#started < everyMs) return
    this.#last = now
    const seconds = (now - this.#started) / 1000
    const rate = this.#members / seconds
    const left = ((of - committed) * seconds) / this.#chunks
    const share = committed / of
    const text = `${(100 * share).toFixed(0).padStart(3)} %  ${committed} of ${of} chunks  ${rate.toFixed(0)} members/s  ${duration(left)} left`
    if (!this.#bar) return void this.#stream.write(`ganglion: ${text}\n`)
    const full = Math.round(share * barWidth)
    this.#stream.write(`\r\u001B[2K[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${text}`)
    this.#drawn = true
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#drawn) this.#stream.write('\r\u001B[2K')
  }
}
