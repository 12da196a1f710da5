import { suggest, type Problem, type Operand, type Region, type Section } from '@ganglion/plan'
import { cellNumber, type Cells } from './cells.ts'

const holds = {
  equal: (a: number, b: number): boolean => a === b,
  unequal: (a: number, b: number): boolean => a !== b,
  less: (a: number, b: number): boolean => a < b,
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
    predicates(region).flatMap(([word, operands]) =>
      operands.flatMap((operand): Problem[] => {
        if (typeof operand === 'number' || placeOf(operand, cells)) return []
        const known = cells.axes.flatMap(({ path, width }) =>
          width === 1 ? [path] : Array.from({ length: width }, (_, c) => `${path}[${c}]`),
        )
        const message = `cells have no ${operand}; ${suggest(operand, known)}`
        return [{ path: `sweep.regions.${name}.${word}`, message }]
      }),
    ),
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
