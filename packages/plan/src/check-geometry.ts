import { givenMasses, type ChosenPlayer, type Generator, type Plan } from '@ganglion/core'
import type { Problem } from './problem.ts'

/** Geometry `mass` asks what a unit of mass would feel: a law that has none at a place, at the start, cannot be asked there. */
export function checkGeometry({
  generator,
  geometry,
}: Pick<Plan, 'generator' | 'geometry'>): Problem[] {
  return geometry === 'mass' ? massless(generator) : []
}

function massless(generator: ChosenPlayer<Generator>): Problem[] {
  return givenMasses(generator).flatMap(({ array, masses }) => {
    const empty = masses.findIndex((mass) => !(mass > 0))
    if (empty < 0) return []
    const message = `expected a mass above 0 for geometry=mass, got ${masses[empty]}: there is nothing there that could move. Give it some, leave it out, or use geometry=coordinate`
    return [{ path: `generator.${array}[${empty}]`, message }]
  })
}
