import { readFile } from 'node:fs/promises'
import type { WriteStream } from 'node:tty'
import { chunkPath, decodeChunk, type SweepOutline } from '@ganglion/sweep'
import { drawMap, type MapLook } from './draw-map.ts'
import { wantsColor } from './from-environment.ts'
import type { Depth } from './run-ansi.ts'
import { SweepMap } from './sweep-map.ts'

/** What a map needs to know of a sweep. */
export interface Mapped {
  readonly plan: SweepOutline
  /** The run's folder, in which committed chunks are found. */
  readonly folder: string
  readonly committed: ReadonlySet<number>
  /** Draw with ASCII only. */
  readonly ascii?: boolean
}

/** A terminal as far as a map uses it. */
export type Screen = Pick<WriteStream, 'write'> &
  Partial<Pick<WriteStream, 'columns' | 'rows' | 'getColorDepth'>>

/** The heat map of a sweep on a terminal, drawn over itself. The cursor stays below it and stays visible. */
export class LiveMap {
  readonly #screen: Screen
  readonly #map: SweepMap
  readonly #look: MapLook
  readonly #folder: string
  #reading: Promise<void> = Promise.resolve()
  /** Lengths of the lines that stand on the screen. */
  #drawn: readonly number[] = []

  private constructor(screen: Screen, map: SweepMap, look: MapLook, folder: string) {
    this.#screen = screen
    this.#map = map
    this.#look = look
    this.#folder = folder
  }

  /** Null where cells are not two-dimensional. */
  static of(screen: Screen, env: NodeJS.ProcessEnv, mapped: Mapped): LiveMap | null {
    const map = SweepMap.of(mapped.plan)
    if (!map) return null
    const color = wantsColor(undefined, env, true)
    const depth = color ? ((screen.getColorDepth?.(env) ?? 4) as Depth) : 1
    const live = new LiveMap(screen, map, { depth, ascii: mapped.ascii ?? false }, mapped.folder)
    for (const chunk of mapped.committed) live.add(chunk)
    return live
  }

  /** Takes in a chunk that is committed. */
  add(chunk: number): void {
    this.#reading = this.#reading.then(async () => {
      // A file that is gone or changed is for the end of the sweep to complain of: here its cells stay unknown.
      const bytes = await readFile(chunkPath(this.#folder, chunk)).catch(() => null)
      if (bytes) this.#map.add(decodeChunk(bytes))
    })
  }

  /** Draws the map and a line below it; false, and nothing drawn, where there is no room. */
  draw(line: string): boolean {
    const { columns = 80, rows = 24 } = this.#screen
    const map = drawMap(this.#map.layer, this.#look, columns - 1, rows - 2)
    if (!map) {
      this.clear()
      return false
    }
    const { failed } = this.#map
    const told = `${line}${failed > 0 ? `  ${failed} failed` : ''}`
    const lines = [...map, told.slice(0, columns - 1)]
    // Each line is wiped behind what is written, never before: nothing flickers.
    const text = lines.map((one) => `${one}\u001B[K`).join('\n')
    this.#screen.write(`${this.#start(columns)}${text}\u001B[J`)
    this.#drawn = lines.map(widthOf)
    return true
  }

  /** Resolves when every chunk that was told of is taken in. */
  settled(): Promise<void> {
    return this.#reading
  }

  /** Takes the map away: what is written next stands where it stood. */
  clear(): void {
    const { columns = 80 } = this.#screen
    if (this.#drawn.length > 0) this.#screen.write(`${this.#start(columns)}\u001B[J`)
    this.#drawn = []
  }

  /** To the first column of the first line that was drawn. A window that shrank folded lines. */
  #start(columns: number): string {
    if (this.#drawn.length === 0) return '\r'
    const folded = this.#drawn.reduce(
      (all, width) => all + Math.max(1, Math.ceil(width / columns)),
      0,
    )
    return `\r${folded > 1 ? `\u001B[${folded - 1}A` : ''}`
  }
}

// oxlint-disable-next-line no-control-regex -- colours take no room
const widthOf = (line: string): number => line.replace(/\u001B\[[\d;]*[mK]/g, '').length
