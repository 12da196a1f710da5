import {
  array,
  axesOf,
  axis,
  symbolOf,
  type AnyTensor,
  type ArraySymbol,
  type Axis,
  type Expr,
  type Leaf,
} from '@ganglion/calculus'
import type { Chosen } from './game.ts'
import type { MeasureForm, MeasureKind } from './measure.ts'
import { isChoice, type Options } from './option.ts'
import type { PlayerForm } from './player.ts'
import type { Shape, Shapes, Sizes, Symbols, Words } from './state.ts'
import { settledWords } from './words.ts'

/** A player's arrays as leaves, and its settings as its author meets them. */
export interface PlayerSymbols {
  readonly state: Record<string, Leaf<number>>
  /** Names of the arrays that are trained, then of all. */
  readonly trained: readonly string[]
  readonly memory: readonly string[]
  readonly shapes: Readonly<Record<string, readonly Axis[]>>
  readonly axes: Readonly<Record<string, Axis>>
  readonly settings: Readonly<Record<string, number | string | Expr>>
  /** The options that are words. */
  readonly words: Words
  /** Leaves of the numeric options. */
  readonly options: readonly ArraySymbol[]
}

const known = new Map<string, Axis>()

/** The one axis of this name and size: players that speak of `dimensions` mean the same. */
export function sharedAxis(name: string, size: number): Axis {
  const key = `${name}:${size}`
  const found = known.get(key) ?? axis(name, size)
  known.set(key, found)
  return found
}

type AnyPlayer = Pick<
  PlayerForm<Sizes, Options, Shapes, Shapes, Shapes>,
  'name' | 'options' | 'parameters' | 'memory' | 'fixed'
>

/** Makes the leaves of a player: `state.left`, `option.lambda`. */
export function playerSymbols({ plugin, sizes, options }: Chosen<AnyPlayer>): PlayerSymbols {
  const axes = mapValues(sizes, (size, name) => sharedAxis(name, size))
  const words = settledWords(plugin.options, options)
  const parameters = plugin.parameters(axes, words)
  const memory = plugin.memory?.(axes, words) ?? {}
  const fixed = plugin.fixed?.(axes, words) ?? {}
  const all = { ...parameters, ...memory, ...fixed }
  const shapes = mapValues(all, (shape, name) => shapeOf(name, shape))
  const chosen = optionLeaves(plugin.options ?? {}, options)
  return {
    state: mapValues(shapes, (over, name) =>
      array(`state.${name}`, over, { stage: name in fixed ? 'fixed' : 'step' }),
    ),
    trained: Object.keys(parameters),
    memory: Object.keys(memory),
    shapes,
    axes,
    settings: { ...sizes, ...chosen },
    words,
    options: Object.values(chosen)
      .filter((o) => typeof o !== 'string')
      .map((o) => symbolOf(o as Leaf<0>)),
  }
}

/** Numeric options as leaves `option.name`, words as they are. */
export function optionLeaves(
  declared: Options,
  chosen: Readonly<Record<string, number | string>>,
  prefix = 'option.',
): Record<string, string | Leaf<0>> {
  return mapValues(declared, (option, name) =>
    isChoice(option) ? String(chosen[name] ?? option.choices[0]) : array(`${prefix}${name}`, []),
  )
}

/** The axes of an array; literal extents become axes of their own. */
export function shapeOf(name: string, shape: Shape): readonly Axis[] {
  return shape.map((extent, k) =>
    typeof extent === 'number' ? sharedAxis(`${name}.${k}`, extent) : extent,
  )
}

/** The arrays of a law by name, in the order of its messages. */
export function coordinatesOf(law: MeasureForm): Record<string, AnyTensor> {
  if (law.kind === 'mixture')
    return { weights: law.weights, means: law.means, deviation: law.deviation }
  return { positions: law.positions, masses: law.masses }
}

/** A law of this kind from its arrays. */
export function lawOf(kind: MeasureKind, coordinates: Record<string, AnyTensor>): MeasureForm {
  return { kind, ...coordinates } as unknown as MeasureForm
}

/** Leaves `prefix.name` of the same axes as tensors. */
export function leavesLike(
  prefix: string,
  tensors: Readonly<Record<string, AnyTensor>>,
): Record<string, Leaf<number>> {
  return mapValues(tensors, (tensor, name) => array(`${prefix}.${name}`, axesOf(tensor)))
}

/** The symbols of leaves. */
export function symbolsOf(...groups: Readonly<Record<string, Leaf<number>>>[]): ArraySymbol[] {
  return groups.flatMap((group) => Object.values(group).map(symbolOf))
}

/** A record with every value changed. */
export function mapValues<T, R>(
  record: Readonly<Record<string, T>>,
  change: (value: T, name: string) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value, name)]),
  )
}

/** Author's view of leaves. */
export const authored = (leaves: Readonly<Record<string, Leaf<number>>>): Symbols =>
  leaves as unknown as Symbols
