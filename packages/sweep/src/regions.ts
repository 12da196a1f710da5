import { suggest, type Problem, type Operand, type Region, type Section } from '@ganglion/plan'
import { cellNumber, keepCells, type Cells } from './cells.ts'

const holds = {
  equal: (a: number, b: number): boolean => a === b,
  unequal: (a: number, b: number): boolean => a !== b,
  less: (a: number, b: number): boolean => a < b,
  lessOrEqual: (a: number, b: number): boolean => a <= b,
} as const

/** Whether a cell lies in a region: all of its predicates hold. */
export function lies(region: Region, cells: Cells, cell: number): boolean {
  return predicates(region).every(([word, [a, b]]) =>
    holds[word](numberOf(a, cells, cell), numberOf(b, cells, cell)),
  )
}

/** Regions that speak of numbers that no cell has. */
export function mistakenRegions({ regions = {} }: Section, cells: Cells): Problem[] {
  return Object.entries(regions).flatMap(([name, region]) =>
    mistakesOf(region, `sweep.regions.${name}`, cells),
  )
}

/** The cells that `where` keeps, or what is wrong with it. */
export function cellsWhere(
  { where, regions = {} }: Section,
  cells: Cells,
): Cells | readonly Problem[] {
  if (where === undefined) return cells
  const region = typeof where === 'string' ? { all: {}, ...regions }[where] : where
  if (!region) {
    const known = ['all', ...Object.keys(regions)]
    return [
      {
        path: 'sweep.where',
        message: `expected a region, got ${JSON.stringify(where)}; ${suggest(String(where as string), known)}`,
      },
    ]
  }
  const problems = mistakesOf(region, 'sweep.where', cells)
  if (problems.length > 0) return problems
  const kept = keepCells(cells, (cell) => lies(region, cells, cell))
  if (kept.count > 0) return kept
  return [
    {
      path: 'sweep.where',
      message: `expected to keep some cells, got none of ${cells.count}: ${JSON.stringify(region)} holds for no cell`,
    },
  ]
}

function mistakesOf(region: Region, at: string, cells: Cells): Problem[] {
  return predicates(region).flatMap(([word, operands]) =>
    operands.flatMap((operand): Problem[] => {
      if (typeof operand === 'number' || placeOf(operand, cells)) return []
      const known = cells.axes.flatMap(({ path, width }) =>
        width === 1 ? [path] : Array.from({ length: width }, (_, c) => `${path}[${c}]`),
      )
      const message = `cells have no ${operand}; ${suggest(operand, known)}`
      return [{ path: `${at}.${word}`, message }]
    }),
  )
}

function predicates(region: Region) {
  return Object.entries(region) as [keyof Region, readonly [Operand, Operand]][]
}

function numberOf(operand: Operand, cells: Cells, cell: number): number {
  if (typeof operand === 'number') return operand
  const { axis, c } = placeOf(operand, cells)!
  return cellNumber(cells, cell, axis, c)
}

/** Where a path as `generator.means[0]` stands in a cell. */
function placeOf(path: string, { axes }: Cells): { axis: number; c: number } | null {
  const [, name, index] = /^([^[]+)(?:\[(\d{1,6})\])?$/.exec(path) ?? []
  const axis = axes.findIndex((one) => one.path === name)
  const width = axes[axis]?.width ?? 0
  const c = index === undefined ? 0 : Number(index)
  return c < width && (index !== undefined || width === 1) ? { axis, c } : null
}
