import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Frame, GanglionEvent, Result } from '@ganglion/core'
import { ConfigError } from '@ganglion/plan'
import { lock, writeDurably } from '@ganglion/sweep'
import { manifestChecksum } from './finished-file.ts'
import { eventLine, frameLine } from './frame-line.ts'
import { LineFile, type Lines } from './line-file.ts'
import type { RunManifest } from './run-manifest.ts'

/** How a single game ended, as it is stored: what was kept of it, and how it looks on the disk. */
export interface RunEnd {
  readonly format: 1
  readonly outcome: string
  readonly steps: number
  readonly events: Readonly<Record<string, number>>
  readonly frames: Lines
  readonly eventLines: Lines
  /** sha256 of the manifest. */
  readonly manifest: string
  readonly error?: string
}

/** Writes a single game into its folder while it is played. */
export class RunRecording {
  readonly folder: string
  readonly #every: number
  readonly #frames: LineFile
  readonly #events: LineFile
  readonly #release: () => void
  #last = -1

  private constructor(folder: string, every: number, release: () => void) {
    this.folder = folder
    this.#every = every
    this.#release = release
    this.#frames = new LineFile(join(folder, 'frames.jsonl'))
    this.#events = new LineFile(join(folder, 'events.jsonl'))
  }

  /** Makes the folder of a new run. Throws a ConfigError when there is one of this name, a LockedError while it is made. */
  static async begin(folder: string, manifest: RunManifest): Promise<RunRecording> {
    await mkdir(dirname(folder), { recursive: true })
    await mkdir(folder, { recursive: true })
    const release = await lock(folder)
    try {
      const file = join(folder, 'manifest.json')
      if (await stat(file).catch(() => null))
        throw new ConfigError([
          {
            path: 'name of the run',
            message: `${folder} exists: choose another name, or remove it`,
          },
        ])
      await writeDurably(file, `${JSON.stringify(manifest, null, 2)}\n`)
      return new RunRecording(folder, manifest.every, release)
    } catch (error) {
      release()
      throw error
    }
  }

  frame(frame: Frame): void {
    if (frame.step % this.#every === 0) this.#keep(frame)
  }

  event(event: GanglionEvent): void {
    this.#events.add(eventLine(event))
  }

  /** The game has ended. One that somebody stopped counts as not finished. */
  async end(result: Result, stopped: boolean): Promise<void> {
    if (result.final.step > this.#last) this.#keep(result.final)
    const [frames, eventLines] = [this.#frames.end(), this.#events.end()]
    if (!stopped) {
      const end = runEnd(result, frames, eventLines, await manifestChecksum(this.folder))
      await writeDurably(join(this.folder, 'finished.json'), runEndText(end))
    }
    this.#release()
  }

  #keep(frame: Frame): void {
    this.#last = frame.step
    this.#frames.add(frameLine(frame))
  }
}

/** What is stored of an end. */
export function runEnd(
  { outcome, steps, events, error }: Result,
  frames: Lines,
  eventLines: Lines,
  manifest: string,
): RunEnd {
  const end = { format: 1, outcome, steps, events, frames, eventLines, manifest } as const
  return error ? { ...end, error: error.message } : end
}

/** An end as text. */
export function runEndText(end: RunEnd): string {
  return `${JSON.stringify(end, null, 2)}\n`
}
