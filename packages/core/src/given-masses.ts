import { array, dependsOn, elementAt, symbolOf, wholeRead } from '@ganglion/calculus'
import { placesOf } from './critique.ts'
import type { ChosenPlayer } from './game.ts'
import type { Generator } from './generator.ts'
import { authored, coordinatesOf, mapValues, playerSymbols, shapeOf } from './symbols.ts'

/** An array of a generator's start that says how much stands where. */
export interface GivenMasses {
  /** Its name in the state. */
  readonly array: string
  readonly masses: readonly number[]
}

/** The masses of a generator's law that its start gives. */
export function givenMasses(chosen: ChosenPlayer<Generator>): readonly GivenMasses[] {
  const arrays = massArrays(chosen)
  return Object.entries(chosen.given).flatMap(([name, numbers]) =>
    arrays.includes(name) ? [{ array: name, masses: numbers }] : [],
  )
}

/** The arrays of a generator that say how much stands where: fixed ones that masses are made of, or the one that they are. */
export function massArrays(chosen: ChosenPlayer<Generator>): readonly string[] {
  const { plugin } = chosen
  const symbols = playerSymbols(chosen)
  const noise = mapValues(plugin.noise?.(symbols.axes) ?? {}, (shape, name) =>
    array(`noise.${name}`, shapeOf(name, shape), { stage: 'draw' }),
  )
  const law = plugin.measure(authored(symbols.state), authored(noise), symbols.settings)
  const masses = coordinatesOf(law)[placesOf[law.kind].masses]!
  const whole = wholeRead(masses)?.name
  const first = elementAt(masses, [0])
  return Object.keys(symbols.state).filter((name) => {
    const made = !symbols.trained.includes(name) && dependsOn(first, symbolOf(symbols.state[name]!))
    return made || whole === `state.${name}`
  })
}
