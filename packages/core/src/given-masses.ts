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

/** The masses of a generator's law that its start gives: fixed arrays that they are made of, or the array that they are. */
export function givenMasses(chosen: ChosenPlayer<Generator>): readonly GivenMasses[] {
  const { plugin, given } = chosen
  const symbols = playerSymbols(chosen)
  const noise = mapValues(plugin.noise?.(symbols.axes) ?? {}, (shape, name) =>
    array(`noise.${name}`, shapeOf(name, shape), { stage: 'draw' }),
  )
  const law = plugin.measure(authored(symbols.state), authored(noise), symbols.settings)
  const masses = coordinatesOf(law)[placesOf[law.kind].masses]!
  const whole = wholeRead(masses)?.name
  const first = elementAt(masses, [0])
  return Object.entries(given).flatMap(([name, numbers]) => {
    const made = !symbols.trained.includes(name) && dependsOn(first, symbolOf(symbols.state[name]!))
    return made || whole === `state.${name}` ? [{ array: name, masses: numbers }] : []
  })
}
