import { array, each, num, symbolOf } from '@ganglion/calculus'
import {
  authored,
  lawOf,
  sharedAxis,
  type AscentForm,
  type Discriminator,
  type Values,
} from '@ganglion/core'
import { prefixed, type Batch, type Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { gamesOf, type GameBench } from './discriminator-bench.ts'
import { advanced, ascentOf, type Growing } from './grown.ts'
import { lazily } from './lazily.ts'
import { programOf, randomOf, randomStates, valuesIn } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { difference as game } from './reference-games.ts'
import { difference } from './same-bits.ts'

/** A state that grows by itself: it climbs, it is what the closed form says, and it rests at the best answer. */
export function growthCases(plugin: Discriminator, suite: PlayerSuite): readonly Case[] {
  if (typeof plugin.advance !== 'function') return []
  const games = lazily(() => gamesOf(plugin, suite, game))
  const always = (run: (asked: Asked) => void) => () => {
    for (const one of games()) for (const k of [0, 1]) run(askedOf(one, k))
  }
  return [
    check('advance: it trains no parameter', () => refuseParameters(games())),
    check('advance: the same step twice, its laws as they were', always(refuseChange)),
    check('advance: a small step raises the payoff', always(refuseFall)),
    ...('ahead' in plugin
      ? [check('ahead: k steps in closed form are k steps', always(refuseOtherLater))]
      : []),
    ...('best' in plugin
      ? [check('best: a step from it gains nothing', always(refuseRestless))]
      : []),
  ]
}

/** A state, two laws, and the game. */
interface Asked {
  readonly game: GameBench
  readonly growing: Growing
  readonly laws: Numbers
  readonly state: Values
  readonly where: string
}

function askedOf(one: GameBench, k: number): Asked {
  const { player } = one
  const { plugin, sizes, options } = player.chosen
  return {
    game: one,
    growing: { plugin, settings: { ...sizes, ...options } },
    laws: one.draw(randomOf(k, 'growth')),
    state: valuesIn(randomStates(player, k + 1)[k]!),
    where: `random state ${k} against ${one.name}`,
  }
}

const step = ({ growing, game: { kind }, laws }: Asked, state: Values, rate: number): Values =>
  advanced(growing, state, kind, laws, rate)

const payoffOf = ({ game: { respond }, laws }: Asked, state: Values): number =>
  respond([{ ...prefixed('state', state), ...laws }])[0]!['payoff']![0]!

function refuseParameters(games: readonly GameBench[]): void {
  for (const { player } of games) {
    const { trained, memory } = player.symbols
    expectThat(
      trained.length === 0 && memory.length > 0,
      () =>
        `advance writes the whole state, and parameters ${trained.join(', ') || '(none)'} would be trained beside it: declare no parameters, and the state that grows as memory`,
    )
  }
}

function refuseChange(asked: Asked): void {
  const at = difference(step(asked, asked.state, 0.3), step(asked, asked.state, 0.3))
  expectThat(
    at === null,
    () =>
      `advance: ${at} differs between two calls with the same inputs, ${asked.where}: keep nothing between calls`,
  )
}

function refuseFall(asked: Asked): void {
  const before = payoffOf(asked, asked.state)
  const after = payoffOf(asked, step(asked, asked.state, 1e-3))
  expectThat(
    after > before,
    () =>
      `advance: a step of rate 0.001 takes the payoff from ${show(before)} to ${show(after)}, ${asked.where}: it must climb (look for a sign, for a kernel that is not positive definite, or for a ridge that is not the one it decays by)`,
  )
}

/** Values of D at places, and the ridge. */
function refuseOtherLater(asked: Asked): void {
  const { game: one, laws, state, where } = asked
  const now = valuesAfter(one, null)
  const rate = 0.3
  let here = state
  for (let k = 0; k <= 5; k++) {
    if (k > 0) here = step(asked, here, rate)
    for (const x of [-1.3, 0.4]) {
      const at = Array.from({ length: one.dimensions }, (_, c) => x + 0.2 * c)
      const [stepped] = now([{ ...prefixed('state', here), ...laws, x: at, rate: [rate] }])
      const [closed] = valuesAfter(
        one,
        k,
      )([{ ...prefixed('state', state), ...laws, x: at, rate: [rate] }])
      for (const name of Object.keys(stepped!)) {
        const [got, wanted] = [closed![name]![0]!, stepped![name]![0]!]
        expectThat(
          Math.abs(got - wanted) <= 1e-8 * (1 + Math.abs(wanted)),
          () =>
            `ahead: after ${k} steps ${name} is ${show(got)} in closed form and ${show(wanted)} by advance, ${where}: one of the two is wrong`,
        )
      }
    }
  }
}

/** D(x), E D under what is generated and the ridge: as they are, or so many steps later. */
function valuesAfter(
  { player, programs, kind, dimensions }: GameBench,
  steps: number | null,
): Batch {
  const { plugin } = player.chosen
  const { symbols, laws } = programs
  const state = authored(symbols.state)
  const { settings } = symbols
  const [x, rate] = [array('x', [sharedAxis('dimensions', dimensions)]), array('rate', [])]
  const side = (leaves: typeof laws.target, sign: 1 | -1) => {
    const law = lawOf(kind, leaves)
    const masses = law.kind === 'points' ? law.masses : law.weights
    return { law, shares: each(masses, (m) => m.times(sign)) }
  }
  const generated = side(laws.generated, -1)
  const ascent = (k: number): AscentForm => ({
    target: side(laws.target, 1),
    generated,
    rate,
    steps: k,
  })
  const later = steps === null ? null : plugin.ahead!(state, ascent(steps), settings)
  const { law } = generated
  const mean =
    law.kind === 'mixture'
      ? later
        ? later.mixture?.(law, (d) => d)
        : plugin.expectation?.mixture?.(law, (d) => d, state, settings)
      : undefined
  const ridge = later ? later.ridge : plugin.ridge?.(state, settings)
  const outputs = {
    'D(x)': later ? later.critic(x) : plugin.critic(x, state, settings),
    ...(mean && { 'E D under a mixture': mean }),
    ridge: ridge ?? num(0),
  }
  return programOf(player, {
    name: `${plugin.name}.later`,
    inputs: [
      ...Object.values(symbols.state).map(symbolOf),
      ...Object.values({ ...laws.generated }).map(symbolOf),
      ...Object.values({ ...laws.target }).map(symbolOf),
      symbolOf(x),
      symbolOf(rate),
      ...symbols.options,
    ],
    outputs: Object.entries(outputs).map(([name, tensor]) => ({ name, tensor })),
  })
}

function refuseRestless(asked: Asked): void {
  const {
    growing,
    game: { kind },
    laws,
    state,
    where,
  } = asked
  const { target, generated } = ascentOf(kind, laws, 0)
  const found = growing.plugin.best!(target.law, generated.law, state, growing.settings)
  const best = { ...state, ...found }
  const [top, after] = [payoffOf(asked, best), payoffOf(asked, step(asked, best, 0.1))]
  expectThat(
    after <= top + 1e-9 * (1 + Math.abs(top)),
    () =>
      `best: its payoff is ${show(top)}, and a step of advance from it reaches ${show(after)}, ${where}: the best answer is where advance rests`,
  )
}
