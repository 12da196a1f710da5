import { asciiFor, type Glyphs } from './glyphs.ts'
import type { Run } from './run.ts'

const bits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const

/**
 * A drawing of dots, two by four to a character. The highest ink in a character colours it. In ASCII the dots are the same
 * and a character tells its ink by its shape.
 */
export class Canvas {
  /** Dots across and down. */
  readonly dotsAcross: number
  readonly dotsDown: number
  readonly #columns: number
  readonly #dots: Uint8Array
  readonly #inks: Uint8Array
  readonly #glyphs: Glyphs
  readonly #marks = new Map<number, string>()

  /** An empty drawing; less than one column or row counts as none. */
  constructor(columns: number, rows: number, glyphs: Glyphs = 'braille') {
    this.#columns = Math.max(0, Math.floor(columns))
    const down = Math.max(0, Math.floor(rows))
    this.dotsAcross = this.#columns * 2
    this.dotsDown = down * 4
    this.#dots = new Uint8Array(this.#columns * down)
    this.#inks = new Uint8Array(this.#columns * down)
    this.#glyphs = glyphs
  }

  /** Sets the dot nearest to (x, y); y grows upward from the lowest dot. Outside the canvas nothing happens. */
  dot(x: number, y: number, ink: number): void {
    const across = Math.round(x)
    const down = this.dotsDown - 1 - Math.round(y)
    const cell = this.#cell(across, down)
    if (cell === null) return
    this.#dots[cell]! |= bits[across & 1 ? 1 : 0][(down & 3) as 0 | 1 | 2 | 3]
    this.#inks[cell] = Math.max(this.#inks[cell]!, ink)
  }

  /** Puts a character over the dots of the cell that holds (x, y), in its own ink; a later one covers an earlier one. */
  mark(x: number, y: number, character: string, ink: number): void {
    const cell = this.#cell(Math.round(x), this.dotsDown - 1 - Math.round(y))
    if (cell === null) return
    this.#marks.set(cell, character)
    this.#inks[cell] = ink
  }

  #cell(across: number, down: number): number | null {
    if (!(across >= 0 && across < this.dotsAcross && down >= 0 && down < this.dotsDown)) return null
    return (down >> 2) * this.#columns + (across >> 1)
  }

  /** A straight line between two points; parts outside the canvas are left out. */
  line(x0: number, y0: number, x1: number, y1: number, ink: number): void {
    const [maxX, maxY] = [this.dotsAcross - 1, this.dotsDown - 1]
    const inside = x0 >= 0 && x0 <= maxX && x1 >= 0 && x1 <= maxX
    // Almost every piece of a curve lies inside as it is.
    if (inside && y0 >= 0 && y0 <= maxY && y1 >= 0 && y1 <= maxY)
      return this.#piece(x0, y0, x1, y1, ink)
    const piece = clip([x0, y0, x1, y1], maxX, maxY)
    if (piece) this.#piece(...piece, ink)
  }

  #piece(fromX: number, fromY: number, toX: number, toY: number, ink: number): void {
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY))))
    for (let k = 0; k <= count; k++) {
      const share = k / count
      this.dot(fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, ink)
    }
  }

  /** The drawing, a list of runs for every row. */
  rows(): Run[][] {
    const rows: Run[][] = []
    for (let row = 0; row < this.dotsDown / 4; row++) rows.push(this.#row(row * this.#columns))
    return rows
  }

  #row(start: number): Run[] {
    const runs: { text: string; ink: number }[] = []
    for (let cell = start; cell < start + this.#columns; cell++) {
      const ink = this.#inks[cell]!
      const text = this.#marks.get(cell) ?? this.#character(this.#dots[cell]!, ink)
      const last = runs.at(-1)
      if (!last || (last.ink !== ink && ink !== 0 && last.ink !== 0)) runs.push({ text, ink })
      else {
        last.text += text
        last.ink ||= ink
      }
    }
    return runs
  }

  #character(dots: number, ink: number): string {
    if (this.#glyphs === 'ascii') return asciiFor(dots, ink)
    return dots === 0 ? ' ' : String.fromCharCode(0x2800 + dots)
  }
}

type Piece = readonly [number, number, number, number]

/** The part of a line inside the canvas (half a dot of margin), by Liang and Barsky; null when there is none. */
function clip([x0, y0, x1, y1]: Piece, maxX: number, maxY: number): Piece | null {
  if (![x0, y0, x1, y1].every(Number.isFinite)) return null
  const [dx, dy] = [x1 - x0, y1 - y0]
  let [from, to] = [0, 1]
  const sides = [
    [-dx, x0 + 0.49],
    [dx, maxX + 0.49 - x0],
    [-dy, y0 + 0.49],
    [dy, maxY + 0.49 - y0],
  ] as const
  for (const [slope, room] of sides) {
    if (slope === 0) {
      if (room < 0) return null
      continue
    }
    const at = room / slope
    if (slope < 0) from = Math.max(from, at)
    else to = Math.min(to, at)
  }
  if (from > to) return null
  return [x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy]
}
