import {
  assembleGenerator,
  mapValues,
  type Generator,
  type GeneratorPrograms,
} from '@ganglion/core'
import { prefixed, unprefixed, type Numbers } from './batch.ts'
import type { Field } from './field.ts'
import {
  degenerateStates,
  directionLike,
  playerBench,
  programOf,
  randomOf,
  randomStates,
  stateWith,
  type PlayerBench,
} from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'

/** A generator taken apart, with places to ask it at. */
export interface GeneratorBench {
  readonly player: PlayerBench<Generator>
  readonly programs: GeneratorPrograms
  /** Random places: `state.*`, `noise.*`, `critique.*`, `direction.*`, `rate`, options. */
  readonly places: (count: number) => readonly Numbers[]
  /** Degenerate places, by what they are. */
  readonly degenerate: () => Readonly<Record<string, Numbers>>
  /** The place where every trained cell is this number. */
  readonly filledWith: (value: number) => Numbers
}

/** Takes a generator apart. */
export function generatorBench(plugin: Generator, suite: PlayerSuite): GeneratorBench {
  const player = playerBench(plugin, suite)
  const programs = assembleGenerator(player.chosen)
  const asked = (state: Numbers, k: number): Numbers => {
    const random = randomOf(k, 'noise')
    const normals = (shapes: Readonly<Record<string, readonly { readonly size: number }[]>>) =>
      mapValues(shapes, (axes) =>
        Array.from({ length: axes.reduce((n, { size }) => n * size, 1) }, () => random.normal()),
      )
    const trained = player.symbols.trained.map((n) => `state.${n}`)
    const direction = unprefixed('state', directionLike(state, trained, k))
    return {
      ...player.options,
      ...state,
      ...prefixed('noise', normals(programs.noise)),
      ...prefixed('critique', normals(programs.coordinates)),
      ...prefixed('direction', direction),
      rate: [0.1],
    }
  }
  return {
    player,
    programs,
    places: (count) => randomStates(player, count).map(asked),
    degenerate: () => mapValues(degenerateStates(player), (state) => asked(state, 9)),
    filledWith: (value) =>
      asked(
        stateWith(player, 1, () => value),
        9,
      ),
  }
}

/** The critique's product with the measure, and the pull as its slope. */
export function pullField({ player, programs }: GeneratorBench): Field {
  const [measure, pull] = [programOf(player, programs.measure), programOf(player, programs.pull)]
  return {
    value: 'product of critique and measure',
    valueOf: (members) => measure(members).map((law, m) => product(members[m]!, 'critique', law)),
    slopesOf: (members) => pull(members).map((slopes) => prefixed('state', slopes)),
    moving: movingOf(player, 'pull to'),
  }
}

/** The pull along a direction, and the bend as its slope: second derivatives are symmetric. */
export function generatorBendField({ player, programs }: GeneratorBench): Field {
  const [pull, bend] = [programOf(player, programs.pull), programOf(player, programs.bend)]
  return {
    value: 'pull along a direction',
    valueOf: (members) => pull(members).map((p, m) => product(members[m]!, 'direction', p)),
    slopesOf: (members) => bend(members).map((slopes) => prefixed('state', slopes)),
    moving: movingOf(player, 'bend in'),
  }
}

const movingOf = ({ symbols }: PlayerBench<Generator>, what: string): Record<string, string> =>
  Object.fromEntries(symbols.trained.map((n) => [`state.${n}`, `${what} ${n}`]))

/** The inner product of arrays with those of a prefix. */
function product(here: Numbers, prefix: string, arrays: Numbers): number {
  let total = 0
  for (const [name, values] of Object.entries(arrays))
    Array.from(values, (x, k) => (total += x * here[`${prefix}.${name}`]![k]!))
  return total
}
