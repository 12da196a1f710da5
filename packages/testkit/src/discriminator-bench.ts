import {
  assembleDiscriminator,
  authored,
  isFlat,
  PlanError,
  type Discriminator,
  type DiscriminatorPrograms,
  type MeasureKind,
  type Objective,
  type Random,
} from '@ganglion/core'
import { prefixed, type Batch, type Numbers } from './batch.ts'
import { Finding } from './case.ts'
import { inner, type Field } from './field.ts'
import { drawLaws, lawsOf } from './laws.ts'
import { directionLike, playerBench, programOf, type PlayerBench } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { difference } from './reference-games.ts'
import { Threw } from './threw.ts'

/** A discriminator at a game of two laws of one kind. */
export interface GameBench {
  /** `a mixture`, `points in 2 dimensions`. */
  readonly name: string
  readonly kind: MeasureKind
  readonly dimensions: number
  readonly player: PlayerBench<Discriminator>
  readonly programs: DiscriminatorPrograms
  readonly respond: Batch
  /** Two laws at random, under `measure.` and `target.`. */
  readonly draw: (random: Random) => Numbers
}

/** The games that a discriminator can be at: mixtures by its closed form, points by its slope. */
export function gamesOf(
  plugin: Discriminator,
  suite: PlayerSuite,
  objective: Objective,
): readonly GameBench[] {
  const games: GameBench[] = []
  if (plugin.expectation?.mixture)
    games.push(gameBench(plugin, suiteIn(1, plugin, suite), objective, 'mixture', 1))
  for (const dimensions of dimensionsOf(plugin, suite)) {
    const game = taught(plugin, dimensions, () => pointsGame(plugin, suite, objective, dimensions))
    if (game) games.push(game)
  }
  if (games.length > 0) return games
  throw new Finding(
    `critic: it is flat in x almost everywhere and has no expectation.mixture, so it can judge no law: give D(x) a slope in x, or write the closed form of E f(D) for mixtures.`,
  )
}

/** The game on points in so many dimensions; null for a critic that is flat in x. */
function pointsGame(
  plugin: Discriminator,
  suite: PlayerSuite,
  objective: Objective,
  dimensions: number,
): GameBench | null {
  const at = suiteIn(dimensions, plugin, suite)
  const { symbols } = playerBench(plugin, at)
  const critic = (x: Parameters<Discriminator['critic']>[0]) =>
    plugin.critic(x, authored(symbols.state), symbols.settings)
  return isFlat(critic, dimensions) ? null : gameBench(plugin, at, objective, 'points', dimensions)
}

/** What is thrown in other dimensions than the declared ones also says why it is played there. */
function taught<T>({ sizes }: Discriminator, dimensions: number, play: () => T): T {
  try {
    return play()
  } catch (error) {
    const { dimensions: declared } = sizes
    if (!(error instanceof Threw) || declared === undefined || declared === dimensions) throw error
    const why = `\nThis is the game in ${dimensions} dimension${dimensions > 1 ? 's' : ''}: users set the size \`dimensions\`, so D(x) holds in any number of them. Write x whole, e.g. sum(x, (one, c) => square(one.minus(center(i, c)))) or dot(frequency(m), x).`
    throw new Threw(error.mistake, `${error.message}${why}`, error.cause ?? error)
  }
}

function dimensionsOf(plugin: Discriminator, { sizes }: PlayerSuite): readonly number[] {
  const declared = sizes?.['dimensions'] ?? plugin.sizes['dimensions']
  if (declared === undefined) return [1]
  return declared === 1 ? [1, 2] : [1, declared]
}

/** A suite in so many dimensions, for a family that can be in any; mixtures are on the line. */
export function suiteIn(
  dimensions: number,
  plugin: Discriminator,
  suite: PlayerSuite,
): PlayerSuite {
  return 'dimensions' in plugin.sizes ? { ...suite, sizes: { ...suite.sizes, dimensions } } : suite
}

function gameBench(
  plugin: Discriminator,
  suite: PlayerSuite,
  objective: Objective,
  kind: MeasureKind,
  dimensions: number,
): GameBench {
  const player = playerBench(plugin, suite)
  const laws = lawsOf(kind, dimensions)
  const programs = assembled(player.chosen, objective, laws)
  return {
    name:
      kind === 'mixture'
        ? 'a mixture'
        : `points in ${dimensions} dimension${dimensions > 1 ? 's' : ''}`,
    kind,
    dimensions,
    player,
    programs,
    respond: programOf(player, programs.respond),
    draw: (random) => drawLaws(kind, dimensions, random),
  }
}

/** A closed form that holds for affine f only refuses a curved objective: it is tested at the game of differences. */
function assembled(
  discriminator: PlayerBench<Discriminator>['chosen'],
  objective: Objective,
  laws: ReturnType<typeof lawsOf>,
): DiscriminatorPrograms {
  const programs = (of: Objective) =>
    assembleDiscriminator({ discriminator, objective: of, regularisers: [] }, laws)
  try {
    return programs(objective)
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    return programs(
      objective.generator ? { ...difference, generator: (d) => d.times(-2) } : difference,
    )
  }
}

/** The payoff of a game, with its ascent; with the critique where the loss is the payoff. */
export function payoffField({ programs, respond }: GameBench): Field {
  const { trained } = programs.symbols
  const ascents = trained.map((n) => [`state.${n}`, `ascent of ${n}`])
  const critiques = Object.keys(programs.laws.generated).map((n) => [
    `measure.${n}`,
    `critique of ${n}`,
  ])
  return {
    value: 'payoff',
    valueOf: (members) => respond(members).map(({ payoff }) => payoff![0]!),
    slopesOf: (members) => respond(members).map(slopesIn),
    moving: Object.fromEntries(programs.zeroSum ? [...ascents, ...critiques] : ascents),
  }
}

/** The generator's loss of a game, with the critique and its slope in the state. */
export function lossField({ programs, respond, player }: GameBench): Field {
  const slope = programOf(player, programs.lossSlope)
  const { trained } = programs.symbols
  return {
    value: "generator's loss",
    valueOf: (members) => respond(members).map(({ loss }) => loss![0]!),
    slopesOf: (members) => {
      const answers = respond(members)
      return slope(members).map((s, m) => ({ ...slopesIn(answers[m]!), ...renamed(s, 'slope') }))
    },
    moving: Object.fromEntries([
      ...trained.map((n) => [`state.${n}`, `slope of the loss in ${n}`]),
      ...Object.keys(programs.laws.generated).map((n) => [`measure.${n}`, `critique of ${n}`]),
    ]),
  }
}

/**
 * The slope of payoff or loss along `direction.*` and `change.*`, with the bend as its slopes: second derivatives are
 * symmetric.
 */
export function bendField(game: GameBench, of: 'payoff' | 'loss'): Field {
  const first = of === 'payoff' ? payoffField(game) : lossField(game)
  const bend = programOf(game.player, game.programs[of === 'payoff' ? 'bendPayoff' : 'bendLoss'])
  const moving = Object.keys(first.moving)
  const along = (here: Numbers): Numbers =>
    Object.fromEntries(moving.map((name) => [name, here[directionOf(name)]!]))
  return {
    value: `slope of the ${first.value} along a direction`,
    valueOf: (members) =>
      first.slopesOf(members).map((slopes, m) => inner(slopes, along(members[m]!))),
    slopesOf: (members) => bend(members).map(slopesIn),
    moving: Object.fromEntries(
      moving.map((n) => [n, `bend of the ${of} in ${n.slice(n.indexOf('.') + 1)}`]),
    ),
  }
}

/** A direction for the bend, under `direction.` and `change.`. */
export function bentAlong(game: GameBench, here: Numbers, member: number): Numbers {
  const moving = Object.keys(lossField(game).moving)
  return Object.fromEntries(
    Object.entries(directionLike(here, moving, member)).map(([n, d]) => [directionOf(n), d]),
  )
}

const directionOf = (name: string): string =>
  name.replace(/^state\./, 'direction.').replace(/^measure\./, 'change.')

const slopesIn = (answer: Numbers): Numbers => ({
  ...renamed(answer, 'ascent'),
  ...renamed(answer, 'critique'),
})

/** `ascent.left` -> `state.left`, `critique.means` -> `measure.means`. */
function renamed(answer: Numbers, prefix: string): Numbers {
  const to = prefix === 'critique' ? 'measure' : 'state'
  const own = Object.entries(answer).filter(([name]) => name.startsWith(`${prefix}.`))
  return prefixed(to, Object.fromEntries(own.map(([n, v]) => [n.slice(prefix.length + 1), v])))
}
