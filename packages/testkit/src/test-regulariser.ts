import { num } from '@ganglion/calculus'
import {
  assembleDiscriminator,
  describeOption,
  isChoice,
  mapValues,
  type Regulariser,
} from '@ganglion/core'
import { authoredPorts } from './authored-ports.ts'
import type { Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { definitionCases, describe, optionCase } from './definition-cases.ts'
import { bendField, bentAlong, payoffField, type GameBench } from './discriminator-bench.ts'
import type { Field } from './field.ts'
import { refuseKinks } from './kinks.ts'
import { drawLaws, lawsOf } from './laws.ts'
import { lazily } from './lazily.ts'
import { mistakesOnce } from './mistakes-once.ts'
import { directionLike, playerBench, programOf, randomOf, randomStates } from './player-bench.ts'
import { logistic, referenceCritic } from './reference-games.ts'
import { repeatCases } from './repeat-cases.ts'
import { compareSlopes } from './slopes.ts'

/** What the suite of a regulariser may be told. */
export interface RegulariserSuite {
  /** The term has kinks, and its author knows. */
  readonly kinks?: boolean
}

/** The conformance suite of a regulariser: named cases, to be run by any test runner or by none. */
export function testRegulariser(
  written: Regulariser,
  { kinks = false }: RegulariserSuite = {},
): readonly Case[] {
  const definition = authoredPorts(written)
  const games = lazily(() => [1, 2].map((dimensions) => penalised(definition, dimensions)))
  const compare = (fieldOf: (game: GameBench) => Field) => () => {
    for (const game of games()) {
      const field = fieldOf(game)
      placesIn(definition, game).forEach((here, k) =>
        compareSlopes(field, here, { kinks }, `random state ${k} with ${game.name}`),
      )
    }
  }
  return mistakesOnce([
    ...definitionCases(definition, 'regulariser', ['value']),
    optionCase(definition.options),
    check('value: finite, and of use', () => {
      for (const game of games()) refuseIdle(definition, game)
    }),
    check('derivatives: the penalised payoff against differences', compare(payoffField)),
    check(
      'derivatives: its bends (second derivatives) against differences',
      compare((game) => bendField(game, 'payoff')),
    ),
    ...(kinks
      ? []
      : [
          check('derivatives: no kink along random lines', () => {
            for (const game of games()) {
              const field = payoffField(game)
              placesIn(definition, game).forEach((here, k) => {
                const lines = Object.keys(field.moving).filter((n) => !n.endsWith('masses'))
                refuseKinks(field, here, directionLike(here, lines, k), `line ${k}, ${game.name}`)
              })
            }
          }),
        ]),
    ...repeatCases(definition, () => {
      const game = penalised(definition, 2)
      return { programs: [game.programs.respond], places: placesIn(definition, game) }
    }),
  ])
}

/** The reference critic at points, its payoff less this term. */
function penalised(plugin: Regulariser, dimensions: number): GameBench {
  const player = playerBench(referenceCritic, { sizes: { dimensions } })
  const chosen = { plugin, sizes: {}, options: optionsOf(plugin) }
  const programs = assembleDiscriminator(
    { discriminator: player.chosen, objective: logistic, regularisers: [chosen] },
    lawsOf('points', dimensions),
  )
  return {
    name: `points in ${dimensions} dimension${dimensions > 1 ? 's' : ''}`,
    kind: 'points',
    dimensions,
    player,
    programs,
    respond: programOf(player, programs.respond),
    draw: (random) => drawLaws('points', dimensions, random),
  }
}

const optionsOf = ({ options }: Regulariser): Record<string, number | string> =>
  mapValues(options, (option) => {
    const long = describeOption(option)
    return isChoice(long) ? long.choices[0] : long.default
  })

/** Random states and laws, the noise that the term drew, its options, and a direction for the bend. */
function placesIn(definition: Regulariser, game: GameBench): readonly Numbers[] {
  const options = optionsOf(definition)
  return randomStates(game.player, 3).map((state, k) => {
    const random = randomOf(k, 'mix')
    const draws = game.programs.draws.map(({ name, axes }): [string, number[]] => [
      name,
      Array.from({ length: axes.reduce((n, { size }) => n * size, 1) }, () => random.uniform()),
    ])
    const terms = Object.values(game.programs.terms).map(({ symbol }): [string, number[]] => [
      symbol.name,
      [Number(options[symbol.name.slice(`term.${definition.name}.`.length)])],
    ])
    const here: Numbers = {
      ...state,
      ...game.draw(randomOf(k, 'laws')),
      ...Object.fromEntries([...draws, ...terms]),
    }
    return { ...here, ...bentAlong(game, here, k) }
  })
}

function refuseIdle(definition: Regulariser, game: GameBench): void {
  const places = placesIn(definition, game)
  const plain = penalised({ ...definition, value: () => num(0) }, game.dimensions)
  const [less, full] = [payoffField(game).valueOf(places), payoffField(plain).valueOf(places)]
  const penalties = full.map((v, k) => v - less[k]!)
  expectThat(
    penalties.every(Number.isFinite),
    () => `value: the term is ${penalties.map(show).join(', ')} at random states: expected finite`,
  )
  expectThat(
    penalties.some((p) => p !== 0),
    () =>
      `value: the term is 0 at every random state, with options ${describe(optionsOf(definition))}: a default that switches it off makes it of no use`,
  )
}
