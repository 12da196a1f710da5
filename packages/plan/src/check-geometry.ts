import { givenMasses, type ChosenPlayer, type Generator, type Plan } from '@ganglion/core'
import type { Problem } from './problem.ts'

/** Geometry `mass` asks what a unit of mass would feel: a law that has none at a place, at the start, cannot be asked there. */
export function checkGeometry(
  { generator, geometry }: Pick<Plan, 'generator' | 'geometry'>,
  isDrawn = false,
): Problem[] {
  if (geometry !== 'mass') return []
  return isDrawn ? [{ path: 'geometry', message: drawn }] : massless(generator)
}

/** Summed over the draws of a component, what a unit of mass feels would be felt once a draw. */
const drawn =
  'mass is not known for draws of a mixture, whose parameters hear the sum over all their draws. Use geometry=coordinate, a generator of points, or a discriminator that knows mixtures in closed form'

function massless(generator: ChosenPlayer<Generator>): Problem[] {
  return givenMasses(generator).flatMap(({ array, masses }) => {
    const empty = masses.findIndex((mass) => !(mass > 0))
    if (empty < 0) return []
    const message = `expected a mass above 0 for geometry=mass, got ${masses[empty]}: there is nothing there that could move. Give it some, leave it out, or use geometry=coordinate`
    return [{ path: `generator.${array}[${empty}]`, message }]
  })
}
