import { mapValues, type Discriminator } from '@ganglion/core'
import type { Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import {
  bendField,
  bentAlong,
  gamesOf,
  lossField,
  payoffField,
  type GameBench,
} from './discriminator-bench.ts'
import type { Field } from './field.ts'
import { refuseKinks } from './kinks.ts'
import { lazily } from './lazily.ts'
import {
  degenerateStates,
  directionLike,
  randomOf,
  randomStates,
  stateWith,
} from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { logistic, nonSaturating } from './reference-games.ts'
import { compareSlopes } from './slopes.ts'

/** Derived slopes of a discriminator against differences of its payoff, on states of all sorts. */
export function derivativeCases(plugin: Discriminator, suite: PlayerSuite): readonly Case[] {
  const kinks = suite.kinks ?? false
  const zeroSum = lazily(() => gamesOf(plugin, suite, logistic))
  const twoLosses = lazily(() => gamesOf(plugin, suite, nonSaturating))
  const compare = (games: readonly GameBench[], fieldOf: (game: GameBench) => Field): void => {
    for (const game of games) {
      const field = fieldOf(game)
      for (const [where, here] of Object.entries(placesIn(game)))
        compareSlopes(field, here, { kinks }, `${where} against ${game.name}`)
    }
  }
  return [
    check('derivatives: ascent and critique against differences', () =>
      compare(zeroSum(), payoffField),
    ),
    check("derivatives: slopes of the generator's own loss", () => compare(twoLosses(), lossField)),
    check('derivatives: bends (second derivatives) against differences', () => {
      compare(zeroSum(), (game) => bendField(game, 'payoff'))
      compare(twoLosses(), (game) => bendField(game, 'loss'))
    }),
    ...(kinks ? [] : [check('derivatives: no kink along random lines', () => noKinks(zeroSum()))]),
    check('derivatives: finite wherever the payoff is', () => finiteSlopes(zeroSum())),
    check('derivatives: infinite and NaN states throw nothing', () => strangeStates(zeroSum())),
  ]
}

/** Places by what they are: a state, two laws, and a direction in the arrays that move. */
function placesIn(game: GameBench): Readonly<Record<string, Numbers>> {
  const random = randomStates(game.player, 3).map((state, k) => [`random state ${k}`, state])
  const states = { ...Object.fromEntries(random), ...degenerateStates(game.player) } as Readonly<
    Record<string, Numbers>
  >
  let k = 0
  return mapValues(states, (state) => {
    const here = { ...state, ...game.draw(randomOf(++k, 'laws')) }
    return { ...here, ...bentAlong(game, here, k) }
  })
}

function noKinks(games: readonly GameBench[]): void {
  for (const game of games) {
    const field = payoffField(game)
    randomStates(game.player, 4).forEach((state, k) => {
      const here = { ...state, ...game.draw(randomOf(k, 'lines')) }
      // Weights, masses and deviations stay what they are: moved along a line they would leave their range.
      const lines = Object.keys(field.moving).filter((n) => !/weights|masses|deviation/.test(n))
      refuseKinks(field, here, directionLike(here, lines, k), `line ${k} against ${game.name}`)
    })
  }
}

function finiteSlopes(games: readonly GameBench[]): void {
  for (const game of games) {
    const field = payoffField(game)
    const random = randomOf(5, 'far')
    const states = {
      ...degenerateStates(game.player),
      'all at far (1e9)': stateWith(game.player, 5, () => 1e9),
      'all at -far': stateWith(game.player, 6, () => -1e9),
      'zeros and far': stateWith(game.player, 7, (k) => [0, 1e9, -1e9, 0.5][k % 4]!),
      'tiny numbers': stateWith(game.player, 8, () => 1e-300 * random.normal()),
    }
    for (const [what, state] of Object.entries(states)) {
      const here = { ...state, ...game.draw(random) }
      if (!Number.isFinite(field.valueOf([here])[0])) continue
      const [slopes] = field.slopesOf([here])
      for (const [array, name] of Object.entries(field.moving))
        Array.from(slopes![array]!, (slope, at) =>
          expectThat(
            Number.isFinite(slope),
            () =>
              `with ${cellOf(array, at)} = ${round(here[array]![at]!)} the payoff is finite but its slope is ${show(slope)} (${name}[${at}], ${what}, against ${game.name}). ${Math.abs(here[array]![at]!) < 1e3 ? atZero : overflow}`,
          ),
        )
    }
  }
}

const atZero = 'Look for 0/0, log or sqrt at 0, or infinity times 0, and guard it with select'
const overflow =
  'For a positive quantity use softplus(s) plus a small number, or guard it with select'

/** A cell as its author calls it: `logWidth[0]` of the state, `means[1]` of a law. */
const cellOf = (array: string, at: number): string =>
  `${array.replace(/^(state|measure)\./, '')}[${at}]`

/** A number as people write it: 1e9, not 1000000000. */
const round = (x: number): string =>
  Math.abs(x) >= 1e6 ? x.toExponential().replace('e+', 'e') : show(x)

function strangeStates(games: readonly GameBench[]): void {
  for (const { player, respond, draw } of games) {
    for (const strange of [Infinity, -Infinity, NaN])
      for (const every of [1, 2])
        respond([
          {
            ...stateWith(player, 1, (k) => (k % every === 0 ? strange : 0.5)),
            ...draw(randomOf(1, 'laws')),
          },
        ])
  }
}
