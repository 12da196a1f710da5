import type { Dimension, Figure, HeatMapFigure, RatePoint } from '@ganglion/report'
import { cellNumber, isList, wilson, type Cells, type GroupOutline } from '@ganglion/sweep'

/** A number in which the cells of a group differ, and at which of its values a cell stands. */
export interface CellDimension extends Dimension {
  /** The array or option of which it is a number. */
  readonly path: string
  readonly of: (cell: number) => number
}

/** The numbers in which cells differ; null where an axis lists points that form no grid. */
export function dimensionsOf(cells: Cells): CellDimension[] | null {
  const found: CellDimension[] = []
  for (const [axis, { path, width, range }] of cells.axes.entries()) {
    if (isList(range) && width > 1 && range.length > 1) return null
    for (let c = 0; c < width; c++) {
      const values = isList(range)
        ? range.map((value) => [value].flat()[c] as number)
        : Array.from({ length: range.count }, (_, k) =>
            cellNumber(alone(cells, axis), k, 0, width - 1),
          )
      const sorted = [...new Set(values)].sort((a, b) => a - b)
      // A value that is listed twice counts twice: there is no grid of which that is true of every cell.
      if (sorted.length < values.length) return null
      if (sorted.length < 2) continue
      const places = new Map(sorted.map((value, k) => [value, k]))
      found.push({
        path,
        label: width === 1 ? path : `${path}[${c}]`,
        values: sorted,
        of: (cell) => places.get(cellNumber(cells, cell, axis, c))!,
      })
    }
  }
  return found
}

const alone = ({ axes }: Cells, axis: number): Cells => ({
  axes: [axes[axis]!],
  count: axes[axis]!.count,
})

/** Successes by cell under a criterion. */
export interface Counted {
  readonly criterion: string
  /** The criterion in words: `l1 below 0.1`. */
  readonly meaning: string
  readonly counts: Uint32Array
}

/** So many cells are drawn, each with its numbers; more would be smaller than a dot. */
const mostDrawn = 250 * 250

/** The figures of a group: a heat map a criterion over two numbers, a line a criterion over one; or why there is none. */
export function figuresOf(
  group: Pick<GroupOutline, 'cells' | 'trials'>,
  named: { readonly label: string; readonly file: string },
  counted: readonly Counted[],
): { readonly figures: readonly Figure[]; readonly note?: string } {
  const dimensions = dimensionsOf(group.cells)
  const [x, y, more] = dimensions ?? []
  const lead = named.label === '' ? '' : `${named.label}: `
  const none = (why: string) => ({
    figures: [],
    note: `${lead}No figure: ${why}. The table of all members leaves with \`ganglion export\`.`,
  })
  if (counted.length === 0) return none('the plan names no criterion of success')
  if (!dimensions) return none('the starts that the plan lists form no grid')
  if (!x) return none('there is one cell only')
  if (more) return none(`cells differ in ${dimensions.length} numbers`)
  if (group.cells.count > mostDrawn) return none(`there are more than ${mostDrawn} cells`)
  if (!y) return { figures: [ratesOver(x, group, { lead, file: named.file }, counted)] }
  return {
    figures: counted.map((one): HeatMapFigure => ({
      kind: 'heat-map',
      name: fileName(named.file, one.criterion),
      title: `${lead}share of ${group.trials} ${group.trials === 1 ? 'trial' : 'trials'} that ${group.trials === 1 ? 'ends' : 'end'} with ${one.meaning} (${one.criterion})`,
      x,
      y,
      alike: x.path === y.path,
      trials: group.trials,
      counts: placed(
        one.counts,
        x.values.length * y.values.length,
        (cell) => y.of(cell) * x.values.length + x.of(cell),
      ),
    })),
  }
}

function ratesOver(
  x: CellDimension,
  { trials }: Pick<GroupOutline, 'trials'>,
  { lead, file }: { readonly lead: string; readonly file: string },
  counted: readonly Counted[],
): Figure {
  const lines = counted.map(({ counts }) => placed(counts, x.values.length, x.of))
  const played = x.values.flatMap((_, k) => (lines[0]![k] === null ? [] : [k]))
  return {
    kind: 'rates',
    name: fileName(file, 'success'),
    title: `${lead}share of ${trials} trials that succeed, with 95 % intervals`,
    x: { label: x.label, values: played.map((k) => x.values[k]!) },
    lines: counted.map(({ criterion, meaning }, line) => ({
      label: `${criterion}: ${meaning}`,
      points: played.map((k): RatePoint => {
        const count = lines[line]![k]!
        const [low, high] = wilson(count, trials)
        return { count, trials, low, high }
      }),
    })),
  }
}

/** Counts of cells put where they are drawn; null where no cell is. No two cells stand in one place. */
function placed(
  counts: Uint32Array,
  places: number,
  place: (cell: number) => number,
): (number | null)[] {
  const found = Array.from({ length: places }, (): number | null => null)
  counts.forEach((count, cell) => (found[place(cell)] = count))
  return found
}

/** A name that any file may have. */
export function fileName(...words: readonly string[]): string {
  return words
    .map((word) => word.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^[-.]+|-+$/g, ''))
    .filter((word) => word !== '')
    .join('-')
}
