import type { Discriminator } from '@ganglion/core'
import { gamesOf } from './discriminator-bench.ts'
import { directionLike, randomOf, randomStates } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { nonSaturating } from './reference-games.ts'
import type { Workings } from './repeat-cases.ts'

/** What a discriminator computes in the first of its games: its response, and how it moves. */
export function discriminatorWorkings(plugin: Discriminator, suite: PlayerSuite): Workings {
  return () => {
    const game = gamesOf(plugin, suite, nonSaturating)[0]!
    const { player, programs } = game
    const { move, settle } = player.updates
    const places = randomStates(player, 2).map((state, k) => {
      const trained = player.symbols.trained.map((n) => `state.${n}`)
      const direction = Object.entries(directionLike(state, trained, k)).map(([n, d]) => [
        n.replace(/^state\./, 'direction.'),
        d,
      ])
      return {
        ...player.options,
        ...state,
        ...game.draw(randomOf(k, 'laws')),
        ...Object.fromEntries(direction),
        rate: [0.1],
      }
    })
    return { programs: [programs.respond, programs.lossSlope, move, settle], places }
  }
}
