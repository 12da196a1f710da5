import type { Program } from '@ganglion/calculus'
import {
  assembleUpdate,
  describeOption,
  isChoice,
  mapValues,
  playerSymbols,
  type Chosen,
  type Discriminator,
  type Generator,
  type Optimizer,
  type PlayerSymbols,
  type Random,
  type UpdatePrograms,
  type Values,
} from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { batch, prefixed, unprefixed, type Batch, type Numbers } from './batch.ts'
import { grown } from './grown.ts'
import type { PlayerSuite } from './player-suite.ts'
import { plainSteps } from './reference-games.ts'

/** A player chosen and taken apart: its arrays, its programs, its states. */
export interface PlayerBench<D extends Discriminator | Generator> {
  readonly chosen: Chosen<D> & { readonly given: Values }
  readonly symbols: PlayerSymbols
  readonly updates: UpdatePrograms
  /** `option.*` as numbers. */
  readonly options: Numbers
  /** Cells of every array of the state. */
  readonly cells: Readonly<Record<string, number>>
  /** The state after the constraint, under `state.`. */
  readonly settle: (states: readonly Numbers[]) => readonly Numbers[]
}

/** Takes a player apart, with these words and numbers for its options. */
export function playerBench<D extends Discriminator | Generator>(
  plugin: D,
  { sizes, settings }: PlayerSuite,
  words: Readonly<Record<string, string>> = {},
  optimizer: Optimizer = plainSteps,
): PlayerBench<D> {
  const options = { ...defaults(plugin), ...settings, ...words }
  const chosen = { plugin, sizes: { ...plugin.sizes, ...sizes }, options, given: {} }
  const symbols = playerSymbols(chosen)
  const sign = plugin.kind === 'discriminator' ? 1 : -1
  const updates = assembleUpdate(plugin.name, symbols, optimizer, plugin.constraint, sign)
  const settled = batch(updates.settle)
  const numbers = Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      typeof value === 'number' ? [[`option.${name}`, [value]]] : [],
    ),
  ) as Numbers
  return {
    chosen,
    symbols,
    updates,
    options: numbers,
    cells: mapValues(symbols.shapes, (axes) => axes.reduce((n, { size }) => n * size, 1)),
    settle: (states) =>
      settled(states.map((s) => ({ ...s, ...numbers }))).map((s) => prefixed('state', s)),
  }
}

/** The default of every option. */
function defaults(plugin: Discriminator | Generator): Record<string, number | string> {
  return mapValues(plugin.options ?? {}, (option) => {
    const long = describeOption(option)
    return isChoice(long) ? long.choices[0] : long.default
  })
}

/** The draws of a member's start; the same for the same number. */
export function randomOf(member: number, name = 'testkit'): Random {
  return cursor(stream(20170329, name), member)
}

/** A start as the plugin draws it, memory at 1, under `state.`. */
function drawnState(bench: PlayerBench<Discriminator | Generator>, member: number): Numbers {
  const { chosen, cells, symbols } = bench
  const drawn = chosen.plugin.initial(randomOf(member), chosen.sizes, symbols.words)
  return prefixed(
    'state',
    mapValues(cells, (count, name) =>
      symbols.memory.includes(name) ? (drawn[name] ?? filled(count, 1)) : (drawn[name] ?? []),
    ),
  )
}

/**
 * A state whose trained cells are drawn by `cell`, the rest as the plugin draws it; under the constraint. Of a state that
 * grows, `cell` draws the places that it was taught at.
 */
export function stateWith(
  bench: PlayerBench<Discriminator | Generator>,
  member: number,
  cell: (k: number, name: string) => number,
): Numbers {
  const start = drawnState(bench, member)
  const { plugin, sizes, options } = bench.chosen
  if (plugin.kind === 'discriminator' && plugin.advance) {
    const growing = { plugin, settings: { ...sizes, ...options } }
    const taught = grown(growing, valuesIn(start), randomOf(member, 'taught'), (k) => cell(k, ''))
    return bench.settle([prefixed('state', taught)])[0]!
  }
  const trained = bench.symbols.trained.map((name): [string, number[]] => [
    `state.${name}`,
    Array.from({ length: bench.cells[name]! }, (_, k) => cell(k, name)),
  ])
  return bench.settle([{ ...start, ...Object.fromEntries(trained) }])[0]!
}

/** States of all sorts: as drawn, and with trained cells uniform from -2 to 2. */
export function randomStates(
  bench: PlayerBench<Discriminator | Generator>,
  count: number,
): readonly Numbers[] {
  return Array.from({ length: count }, (_, k) => {
    const { plugin } = bench.chosen
    const grows = plugin.kind === 'discriminator' && plugin.advance
    if (k % 2 === 0 && !grows) return bench.settle([drawnState(bench, k)])[0]!
    const random = randomOf(k, 'states')
    return stateWith(bench, k, () => random.uniform(-2, 2))
  })
}

/** States where mistakes hide, by what they are. */
export function degenerateStates(
  bench: PlayerBench<Discriminator | Generator>,
): Readonly<Record<string, Numbers>> {
  const random = randomOf(0, 'huge')
  return {
    'all zeros': stateWith(bench, 1, () => 0),
    'all cells tied at 0.7': stateWith(bench, 2, () => 0.7),
    'neighbours tied': stateWith(bench, 3, (k) => 0.5 * (k >> 1) - 0.3),
    'huge numbers': stateWith(bench, 4, () => 1e6 * random.normal()),
  }
}

/** A direction of standard normal cells like some arrays. */
export function directionLike(numbers: Numbers, names: readonly string[], member: number): Numbers {
  const random = randomOf(member, 'direction')
  return Object.fromEntries(
    names.map((name) => [name, Array.from(numbers[name]!, () => random.normal())]),
  )
}

/** A program of the player as a function of members; options are filled in. */
export function programOf(bench: { readonly options: Numbers }, program: Program): Batch {
  const run = batch(program)
  return (members) => run(members.map((m) => ({ ...bench.options, ...m })))
}

/** A list of one number, repeated. */
const filled = (count: number, value: number): number[] =>
  Array.from({ length: count }, () => value)

/** The values of a state under `state.`, as the plugin meets them. */
export const valuesIn = (state: Numbers): Values => unprefixed('state', state)
