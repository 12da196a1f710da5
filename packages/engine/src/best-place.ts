import {
  mapValues,
  PluginError,
  type Blocks,
  type Discriminator,
  type DiscriminatorPrograms,
  type Measure,
  type Place,
} from '@ganglion/core'
import { fixedOf } from './derive.ts'
import { valuesOf } from './member.ts'
import type { Player } from './player.ts'
import { write, type PlayerSetup } from './player-start.ts'

/** Writes the best answer to a law into a place, member after member; what never changes stays. */
export function placeBest(
  { best, name }: Discriminator,
  { laws, symbols }: DiscriminatorPrograms,
  { chosen }: PlayerSetup,
  player: Player,
  target: Blocks,
  measure: Measure,
  step: number,
): Place {
  const place = player.places.take()
  const fixed = fixedOf(symbols)
  const where = (): string => `discriminator:${name}`
  for (let member = 0; member < player.members; member++) {
    if (!best)
      throw new PluginError(
        { plugin: where(), port: 'best', member, step },
        'it has no best answer',
      )
    const wanted = valuesOf(laws.targetKind, target, member)
    const generated = valuesOf(laws.kind, measure.coordinates, member)
    const state = mapValues(player.state, (b) =>
      Array.from({ length: b.cells }, (_, c) => b.numbers[c * b.members + member]!),
    )
    const numbers = mapValues(player.options, (b) => b.numbers[member]!)
    const found = best(wanted, generated, state, { ...chosen.sizes, ...symbols.words, ...numbers })
    for (const [array, to] of Object.entries(place.blocks)) {
      if (fixed.includes(array)) continue
      write(found[array] ?? state[array], to, member, where, 'best', array, step)
    }
  }
  return place
}
