import { bottomAxis, heatRow, heatRows, leftAxis, type HeatLook } from '@ganglion/plot'
import { even } from '@ganglion/report'
import { runsAnsi, type Depth } from './run-ansi.ts'
import type { CellDimension } from './report-figures.ts'
import type { MapLayer } from './sweep-map.ts'

/** What a terminal shows: its colours, and whether it is to have ASCII only. */
export interface MapLook {
  readonly depth: Depth
  readonly ascii: boolean
}

/** Lines above and below the map itself: a title; an axis, its labels and the legend. */
const around = 4
/** A map of fewer lines or columns says less than a bar. */
const [fewestLines, fewestColumns] = [3, 27]

/** A map as lines of at most so many columns; null where there is no room for one. */
export function drawMap(
  layer: MapLayer,
  look: MapLook,
  columns: number,
  rows: number,
): string[] | null {
  const { x, y, title } = layer
  const lines = rows - around
  if (lines < fewestLines || columns < fewestColumns) return null
  const glyphs = look.ascii ? 'ascii' : 'braille'
  const heat: HeatLook = {
    glyphs,
    depth: look.depth === 1 ? 'none' : look.depth === 4 ? '16' : 'rgb',
  }
  const labels = 8
  const [across, down] = [columns - labels, 2 * lines]
  const most = Math.min(across / x.values.length, down / y.values.length)
  const grid =
    most >= 1 ? enlarged(layer, Math.min(8, Math.floor(most))) : binned(layer, across, down)
  const map = heatRows(grid, heat)
  // Unevenly spaced values have no round numbers between them that would stand in their places.
  const left = even(y)
    ? leftAxis(rangeOf(y), map.length, glyphs, labels)
    : map.map(() => (look.ascii ? '|' : '│'))
  const indent = ' '.repeat(Math.max(0, (left[0]?.length ?? 0) - 1))
  const [axis, numbers] = bottomAxis(rangeOf(x), grid[0]!.length, glyphs)
  return [
    cut(`${title}: ${named(x)} across, ${named(y)} up`, columns),
    ...map.map((runs, k) => `${left[k]}${runsAnsi(runs, look.depth)}`),
    ...(even(x) ? [`${indent} ${axis}`, `${indent} ${numbers}`] : []),
    `0 % ${runsAnsi(heatRow(scale, heat), look.depth)} 100 %`,
  ]
}

const scale = Array.from({ length: 16 }, (_, k) => ({
  top: (k + 0.5) / 16,
  bottom: (k + 0.5) / 16,
}))

const rangeOf = ({ values }: CellDimension) => ({ low: values[0]!, high: values.at(-1)! })

const named = (dimension: CellDimension): string =>
  even(dimension)
    ? dimension.label
    : `${dimension.label} (${dimension.values.map(shown).join(' ')})`

const shown = (value: number): string => String(Number(value.toPrecision(3)))

const cut = (text: string, columns: number): string =>
  text.length > columns ? `${text.slice(0, columns - 1)}~` : text

/** Shares, the top row first, each cell so many characters wide and half so many lines high. */
function enlarged({ x, y, played, successes }: MapLayer, times: number): number[][] {
  const [wide, high] = [x.values.length, y.values.length]
  return Array.from({ length: high * times }, (_, row) =>
    Array.from({ length: wide * times }, (__, column) => {
      const cell = (high - 1 - Math.floor(row / times)) * wide + Math.floor(column / times)
      return successes[cell]! / played[cell]!
    }),
  )
}

/** Shares of squares of cells, as small as fit: of the members in them that are played. */
function binned({ x, y, played, successes }: MapLayer, across: number, down: number): number[][] {
  const [wide, high] = [x.values.length, y.values.length]
  const side = Math.ceil(Math.max(wide / across, high / down))
  const [columns, rows] = [Math.ceil(wide / side), Math.ceil(high / side)]
  const known = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))
  const good = known.map((row) => [...row])
  played.forEach((count, cell) => {
    const row = rows - 1 - Math.floor(Math.floor(cell / wide) / side)
    const column = Math.floor((cell % wide) / side)
    known[row]![column]! += count
    good[row]![column]! += successes[cell]!
  })
  return known.map((row, r) => row.map((count, c) => good[r]![c]! / count))
}
