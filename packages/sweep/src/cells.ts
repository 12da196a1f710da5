import type { Range, Section } from '@ganglion/plan'

/** Values of one array or option that cells combine with those of others. Plain data. */
export interface CellAxis {
  /** `generator.means`. */
  readonly path: string
  /** Numbers of a value: 1 for an option. */
  readonly width: number
  readonly count: number
  readonly range: Range
}

/** The cells of a group: every combination, the last axis fastest; or those of them that are kept. */
export interface Cells {
  readonly axes: readonly CellAxis[]
  readonly count: number
  /** Where cells stand among all combinations, ascending; absent where all are kept. */
  readonly kept?: readonly number[]
}

/** So many cells and no more are planned. */
export const mostCells = 1_000_000

/** The axis of a range for an array of so many numbers. A grid goes over each of them, the last fastest. */
export function axisOf(path: string, width: number, range: Range): CellAxis {
  let count = isList(range) ? range.length : 1
  if (!isList(range)) for (let c = 0; c < width; c++) count *= range.count
  return { path, width, count, range }
}

/** Number c of value k. */
function axisNumber({ width, range }: CellAxis, k: number, c: number): number {
  if (isList(range)) {
    const value = range[k]!
    return typeof value === 'number' ? value : value[c]!
  }
  const { from, to, count } = range
  let rest = k
  for (let after = width - 1; after > c; after--) rest = Math.floor(rest / count)
  const point = rest % count
  if (count === 1) return from
  return point === count - 1 ? to : from + ((to - from) * point) / (count - 1)
}

/** Combines axes. */
export function combine(axes: readonly CellAxis[]): Cells {
  return { axes, count: axes.reduce((all, { count }) => all * count, 1) }
}

/** Only the cells that are wanted. */
export function keepCells(cells: Cells, wanted: (cell: number) => boolean): Cells {
  const kept: number[] = []
  for (let cell = 0; cell < cells.count; cell++)
    if (wanted(cell)) kept.push(cells.kept?.[cell] ?? cell)
  return kept.length === cells.count ? cells : { axes: cells.axes, count: kept.length, kept }
}

/** The value of an axis in a cell, a number of it. */
export function cellNumber({ axes, kept }: Cells, cell: number, axis: number, c: number): number {
  let rest = kept ? kept[cell]! : cell
  for (let k = axes.length - 1; k > axis; k--) rest = Math.floor(rest / axes[k]!.count)
  return axisNumber(axes[axis]!, rest % axes[axis]!.count, c)
}

/** All values of a cell by path. */
export function cellValues(cells: Cells, cell: number): Record<string, number | number[]> {
  return Object.fromEntries(
    cells.axes.map(({ path, width }, axis) => {
      const list = Array.from({ length: width }, (_, c) => cellNumber(cells, cell, axis, c))
      return [path, width === 1 ? list[0]! : list]
    }),
  )
}

/** Whether a range is a list of values. */
export function isList(range: Range): range is Extract<Range, readonly unknown[]> {
  return Array.isArray(range)
}

/** The ranges of a section by path. */
export function rangesOf({ cells }: Section): [path: string, range: Range][] {
  return Object.entries(cells).flatMap(([section, ranges]) =>
    Object.entries(ranges).map(([name, range]): [string, Range] => [`${section}.${name}`, range]),
  )
}
