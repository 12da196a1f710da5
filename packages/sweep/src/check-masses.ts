import { massArrays, type Plan } from '@ganglion/core'
import type { Problem } from '@ganglion/plan'
import { cellNumber, type Cells } from './cells.ts'

/** Geometry `mass` asks what a unit of mass would feel: no cell may set a start that has none at a place. */
export function mistakenMasses(
  { generator, geometry }: Pick<Plan, 'generator' | 'geometry'>,
  cells: Cells,
): Problem[] {
  if (geometry !== 'mass') return []
  const arrays = massArrays(generator).map((name) => `generator.${name}`)
  return cells.axes.flatMap(({ path, width }, axis) => {
    if (!arrays.includes(path)) return []
    for (let cell = 0; cell < cells.count; cell++)
      for (let c = 0; c < width; c++) {
        const mass = cellNumber(cells, cell, axis, c)
        if (mass > 0) continue
        const message = `expected masses above 0 for geometry=mass, got ${mass} at place ${c} of cell ${cell}: there is nothing there that could move. Leave such cells out, with \`where\` or a narrower range, or use geometry=coordinate`
        return [{ path: `sweep.cells.${path}`, message }]
      }
    return []
  })
}
