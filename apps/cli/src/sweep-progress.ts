import type { Writable } from 'node:stream'
import type { Progress } from '@ganglion/sweep'
import type { LiveMap, Mapped } from './live-map.ts'
import { rateText } from './sweep-text-end.ts'
import { duration } from './sweep-text.ts'

const everyMs = 10_000
const barWidth = 30
/** A bar is drawn so often and no more; a map at most five times a second. */
const [barMs, mapMs] = [66, 200]

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Whether something may be drawn over itself there. */
function movable({ isTTY }: Stream, { CI, TERM }: NodeJS.ProcessEnv): boolean {
  return isTTY === true && !CI && TERM !== 'dumb'
}

/** The map of a sweep; null where nothing may be drawn over itself, or cells are not two-dimensional. */
export async function mapFor(
  stream: Stream,
  env: NodeJS.ProcessEnv,
  mapped: Mapped,
): Promise<LiveMap | null> {
  if (!movable(stream, env)) return null
  const map = (await import('./live-map.ts')).LiveMap.of(stream, env, mapped)
  await map?.settled()
  return map
}

/** What a sweep that is one of several says more. */
export interface OneOfMany {
  /** Which one it is. */
  readonly name: string
}

/**
 * Tells how far a sweep is: in a terminal its heat map filling in, or a bar where there is none or no room; else a line every
 * ten seconds. Never on the stream of the results. The map of one of several is taken away at its end: the next stands there.
 */
export class SweepProgress {
  readonly #stream: Stream
  readonly #bar: boolean
  readonly #map: LiveMap | null
  readonly #name: string | null
  readonly #started = performance.now()
  #last = performance.now()
  #drawn = false
  #members = 0
  #chunks = 0
  #text = ''

  constructor(
    stream: Stream,
    env: NodeJS.ProcessEnv,
    map: LiveMap | null = null,
    one: OneOfMany | null = null,
  ) {
    this.#stream = stream
    this.#name = one?.name ?? null
    this.#bar = movable(stream, env)
    this.#map = map
    if (this.#bar) process.once('exit', this.#leave)
    if (map) this.#drawn = map.draw(this.#named('no chunk yet'))
    // One listener is enough, however many sweeps a command plays.
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined)
  }

  next({ chunk, from, to, committed, of }: Progress): void {
    this.#map?.add(chunk)
    this.#members += to - from
    this.#chunks++
    const now = performance.now()
    if (now - this.#last < (this.#bar ? (this.#map ? mapMs : barMs) : everyMs) && committed < of)
      return
    if (!this.#bar && committed === of && now - this.#started < everyMs) return
    this.#last = now
    const seconds = (now - this.#started) / 1000
    const left = ((of - committed) * seconds) / this.#chunks
    const share = committed / of
    const told = `${(100 * share).toFixed(0).padStart(3)} %  ${committed} of ${of} chunks  ${rateText(this.#members / seconds)}  ${duration(left)} left`
    const text = this.#named(told)
    if (!this.#bar) return void this.#stream.write(`ganglion: ${text}\n`)
    this.#text = text
    this.#draw(text, share)
  }

  #named(text: string): string {
    return this.#name === null ? text : `${this.#name}: ${text}`
  }

  #draw(text: string, share: number): void {
    this.#drawn = true
    if (this.#map?.draw(text)) return
    const full = Math.round(share * barWidth)
    const bar = `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${text}`
    // A line that is folded cannot be drawn over.
    this.#stream.write(`\r\u001B[2K${bar.slice(0, (this.#stream.columns ?? 80) - 1)}`)
  }

  /** Resolves when a map holds every chunk. */
  async settled(): Promise<void> {
    await this.#map?.settled()
    if (this.#drawn) this.#map?.draw(this.#text)
  }

  /** Takes the bar away; a map stays, but for one of several. */
  end(): void {
    process.off('exit', this.#leave)
    if (this.#drawn && this.#name !== null) this.#map?.clear()
    this.#leave()
  }

  /** Whoever ends at once finds the cursor at the beginning of a line, too. */
  readonly #leave = (): void => {
    if (this.#drawn) this.#stream.write('\r\u001B[2K')
    this.#drawn = false
  }
}
