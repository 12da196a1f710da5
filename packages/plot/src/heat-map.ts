import { scaleColor, sixteenColor, type ColorDepth, type ColorScale } from './color-scale.ts'
import type { Glyphs } from './glyphs.ts'
import type { Run } from './run.ts'

/** One character of a heat map: two numbers from 0 to 1, one above the other; not a number is a cell not known yet. */
export interface HeatCell {
  readonly top: number
  readonly bottom: number
}

/** How heat is shown. In ASCII, or without colours, a character says the mean of its two cells. */
export interface HeatLook {
  readonly scale?: ColorScale
  readonly depth?: ColorDepth
  readonly glyphs?: Glyphs
}

/** From cold to hot without colour. */
const ramp = ' .:-=+*#%@'

/** What stands for a cell that is not known yet, without colour: blank is the coldest. */
const unknown = '?'

/** A row of half-block characters, the upper cell in the front colour and the lower one behind it; one column a cell. */
export function heatRow(cells: readonly HeatCell[], look: HeatLook = {}): Run[] {
  const { scale = 'viridis', depth = 'rgb', glyphs = 'braille' } = look
  if (depth === 'none' || glyphs === 'ascii') return join(cells.map(mono))
  const color = (share: number): string =>
    depth === '16' ? sixteenColor(share) : scaleColor(share, scale)
  return join(cells.map((cell) => halves(cell, color)))
}

/** A heat map of rows of numbers from 0 to 1, the top row first, two rows to a line. Short rows end unknown. */
export function heatRows(grid: readonly (readonly number[])[], look: HeatLook = {}): Run[][] {
  const columns = Math.max(0, ...grid.map((row) => row.length))
  return Array.from({ length: Math.ceil(grid.length / 2) }, (_, line) => {
    const [top, bottom] = [grid[2 * line], grid[2 * line + 1]]
    const cells = Array.from({ length: columns }, (__, k) => ({
      top: top?.[k] ?? NaN,
      bottom: bottom?.[k] ?? NaN,
    }))
    return heatRow(cells, look)
  })
}

function halves({ top, bottom }: HeatCell, color: (share: number) => string): Run {
  if (Number.isNaN(top) && Number.isNaN(bottom)) return { text: ' ', ink: 0 }
  if (Number.isNaN(top)) return { text: '▄', ink: 0, front: color(bottom) }
  if (Number.isNaN(bottom)) return { text: '▀', ink: 0, front: color(top) }
  return { text: '▀', ink: 0, front: color(top), back: color(bottom) }
}

function mono({ top, bottom }: HeatCell): Run {
  const known = [top, bottom].filter((share) => !Number.isNaN(share))
  if (known.length === 0) return { text: unknown, ink: 0 }
  const mean = known.reduce((sum, share) => sum + Math.max(0, Math.min(1, share)), 0) / known.length
  return { text: ramp[Math.min(ramp.length - 1, Math.floor(mean * ramp.length))]!, ink: 0 }
}

/** Puts neighbours of one look into one run. */
function join(cells: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    const same = last && last.front === cell.front && last.back === cell.back
    if (same) runs[runs.length - 1] = { ...last, text: last.text + cell.text }
    else runs.push(cell)
  }
  return runs
}
