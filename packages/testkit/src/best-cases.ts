import type { Discriminator, MeasureValues, Objective, Values } from '@ganglion/core'
import { prefixed, type Numbers } from './batch.ts'
import { Finding, type Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { climb } from './compass-search.ts'
import { describe } from './definition-cases.ts'
import { gamesOf, type GameBench } from './discriminator-bench.ts'
import { lazily } from './lazily.ts'
import { valuesOf } from './laws.ts'
import { randomOf, randomStates, stateWith, valuesIn } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { difference } from './same-bits.ts'
import { withoutChance } from './without-chance.ts'

const tolerance = 1e-7

/** What `best` is asked, and the game it is asked in. */
interface Question {
  readonly game: GameBench
  readonly laws: Numbers
  readonly state: Numbers
  readonly target: MeasureValues
  readonly generated: MeasureValues
  readonly where: string
}

/** The best answer: pure, well-formed, and no other state pays more under the objective. */
export function bestCases(
  plugin: Discriminator,
  suite: PlayerSuite,
  objective: Objective,
): readonly Case[] {
  const { best } = plugin
  if (typeof best !== 'function') return []
  const questions = lazily(() => questionsOf(gamesOf(plugin, suite, objective), best))
  const each = (run: (question: Question, ask: () => Values) => void) => () => {
    for (const question of questions()) run(question, () => asked(best, question))
  }
  return [
    check('best: declared arrays, right lengths, finite numbers', each(refuseForm)),
    check(
      'best: the same answer twice, and its inputs as they were',
      each((question, ask) => {
        refuseChange(best, question)
        const first = withoutChance(`best of ${plugin.name}`, ask)
        const at = difference(first, ask())
        expectThat(at === null, () => `best: ${at} differs between two calls with the same inputs`)
      }),
    ),
    check('best: it obeys the constraint', each(refuseUnsettled)),
    check(
      'best: at least as good as 1000 random states',
      each((question, ask) => {
        const [found, value] = [placed(question, ask()), payoffs(question)]
        const others = randomStates(question.game.player, 500).concat(wide(question, 500))
        const values = value([found, ...others.map((o) => ({ ...o, ...fixedOf(question) }))])
        const most = Math.max(...values.slice(1).filter(Number.isFinite))
        refuseBetter(values[0]!, most, 'a random state', question, objective)
      }),
    ),
    check(
      'best: at least as good as a numeric search',
      each((question, ask) => {
        const [found, value] = [placed(question, ask()), payoffs(question)]
        const starts = [found, ...topOf(question, value)]
        const reached = starts.map((start) => searched(question, start, value))
        refuseBetter(
          value([found])[0]!,
          Math.max(...reached),
          'a numeric search',
          question,
          objective,
        )
      }),
    ),
  ]
}

function questionsOf(
  games: readonly GameBench[],
  best: NonNullable<Discriminator['best']>,
): readonly Question[] {
  const refused: string[] = []
  const questions = games.flatMap((game) =>
    (game.kind === 'mixture' ? [true, false] : [false]).flatMap((alike) => {
      const asking = [0, 1, 2].map((k) => questionOf(game, k, alike))
      // A family may know its best answer to some laws only; it says so by throwing.
      try {
        asked(best, asking[0]!)
        return asking
      } catch (cause) {
        refused.push(`${game.name}: ${cause instanceof Error ? cause.message : String(cause)}`)
        return []
      }
    }),
  )
  if (questions.length > 0) return questions
  throw new Finding(
    `best is declared and answers no law: ${refused.join('; ')}. Write it for one kind of law at least, or leave it out.`,
  )
}

/** A random game; alike, both mixtures have one deviation. */
function questionOf(game: GameBench, k: number, alike: boolean): Question {
  const drawn = game.draw(randomOf(k, 'best'))
  const laws = alike ? { ...drawn, 'target.deviation': drawn['measure.deviation']! } : drawn
  return {
    game,
    laws,
    state: randomStates(game.player, k + 1)[k]!,
    target: valuesOf(game.kind, 'target', laws),
    generated: valuesOf(game.kind, 'measure', laws),
    where: `random game ${k} against ${game.name}`,
  }
}

/** An answer to copies of the inputs, so that one question cannot spoil the next. */
function asked(best: NonNullable<Discriminator['best']>, question: Question): Values {
  return best(
    structuredClone(question.target),
    structuredClone(question.generated),
    valuesIn(question.state),
    settingsOf(question),
  )
}

/** Sizes and options as numbers and words. */
const settingsOf = ({ game }: Question): Readonly<Record<string, number | string>> => ({
  ...game.player.chosen.sizes,
  ...game.player.chosen.options,
})

function refuseChange(best: NonNullable<Discriminator['best']>, question: Question): void {
  const given = {
    target: structuredClone(question.target),
    generated: structuredClone(question.generated),
    state: valuesIn(question.state),
    settings: settingsOf(question),
  }
  const before = structuredClone(given)
  best(given.target, given.generated, given.state, given.settings)
  const at = difference(before, given)
  expectThat(
    at === null,
    () =>
      `best mutates its input: ${at} was changed by the call: work on a copy ([...means]), sort with toSorted`,
  )
}

function refuseForm({ game, where }: Question, ask: () => Values): void {
  const { cells } = game.player
  const found = ask()
  expectThat(
    typeof found === 'object' && found !== null,
    () => `best: expected numbers by array, got ${describe(found)}`,
  )
  for (const [name, values] of Object.entries(found)) {
    expectThat(
      name in cells,
      () => `best: ${name} is no declared array; declared are ${Object.keys(cells).join(', ')}`,
    )
    expectThat(
      values.length === cells[name],
      () => `best: ${name} expected ${cells[name]} numbers, got ${values.length}, ${where}`,
    )
    values.forEach((x, k) =>
      expectThat(
        Number.isFinite(x),
        () =>
          `best: ${name}[${k}] is ${describe(x)}, ${where}: expected a finite number; \`far\` of the core stands for an infinite end`,
      ),
    )
  }
}

/** The state that the player takes: the answer over what it was. */
const placed = ({ state }: Question, found: Values): Numbers => ({
  ...state,
  ...prefixed('state', found),
})

function refuseUnsettled(question: Question, ask: () => Values): void {
  const found = placed(question, ask())
  const [settled] = question.game.player.settle([found])
  const at = difference(found, settled)
  expectThat(
    at === null,
    () =>
      `best: the constraint would change ${at!.replace(/^state\./, '')} of its answer, ${question.where}: a best answer must be one that the player may stand at`,
  )
}

const payoffs =
  ({ game, laws }: Question) =>
  (states: readonly Numbers[]): readonly number[] =>
    game.respond(states.map((s) => ({ ...s, ...laws }))).map(({ payoff }) => payoff![0]!)

/** The arrays that no one may change: every rival stands on the same ones. */
function fixedOf({ game, state }: Question): Numbers {
  const { trained, memory, shapes } = game.player.symbols
  const fixed = Object.keys(shapes).filter((n) => !trained.includes(n) && !memory.includes(n))
  return Object.fromEntries(fixed.map((n) => [`state.${n}`, state[`state.${n}`]!]))
}

/** States with cells of all magnitudes. */
function wide({ game }: Question, count: number): readonly Numbers[] {
  return Array.from({ length: count }, (_, k) => {
    const random = randomOf(k, 'wide')
    const scale = [0.1, 1, 5, 20][k % 4]!
    return stateWith(game.player, k, () => scale * random.normal())
  })
}

function topOf(question: Question, value: (states: readonly Numbers[]) => readonly number[]) {
  const starts = [...randomStates(question.game.player, 20), ...wide(question, 20)].map((s) => ({
    ...s,
    ...fixedOf(question),
  }))
  const values = value(starts)
  const order = starts.map((_, k) => k).toSorted((a, b) => values[b]! - values[a]!)
  return order.slice(0, 3).map((k) => starts[k]!)
}

function searched(
  { game }: Question,
  start: Numbers,
  value: (states: readonly Numbers[]) => readonly number[],
): number {
  const trained = game.player.symbols.trained.map((n) => `state.${n}`)
  const flat = trained.flatMap((n) => Array.from(start[n]!))
  const stateAt = (at: readonly number[]): Numbers => {
    let from = 0
    const parts = trained.map((n) => [n, at.slice(from, (from += start[n]!.length))])
    return { ...start, ...(Object.fromEntries(parts) as Numbers) }
  }
  return climb(flat, (places) => value(game.player.settle(places.map(stateAt)))).value
}

function refuseBetter(
  mine: number,
  other: number,
  who: string,
  { where }: Question,
  objective: Objective,
): void {
  expectThat(
    mine >= other - tolerance * (1 + Math.abs(other)),
    () =>
      `best: the payoff of its answer is ${show(mine)}, ${who} reaches ${show(other)}, ${where}, objective ${objective.name}: look for a sign (best maximises the payoff) or pass the objective that it is best for as { objective }`,
  )
}
