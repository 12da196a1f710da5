import {
  array,
  elementAt,
  gradient,
  narrow,
  num,
  sum,
  symbolOf,
  tangent,
  type AnyTensor,
  type ArraySymbol,
  type Axis,
  type Expr,
  type Index,
  type Leaf,
} from '@ganglion/calculus'
import type { ChosenPlayer } from './game.ts'
import type { Generator } from './generator.ts'
import type { MeasureKind } from './measure.ts'
import type { Program } from '@ganglion/calculus'
import {
  authored,
  coordinatesOf,
  leavesLike,
  mapValues,
  playerSymbols,
  shapeOf,
  symbolsOf,
  type PlayerSymbols,
} from './symbols.ts'

/** A generator as programs; all read `state.*`, `noise.*`, `option.*`. */
export interface GeneratorPrograms {
  readonly symbols: PlayerSymbols
  readonly kind: MeasureKind
  /** Axes of the coordinates of its measure. */
  readonly coordinates: Readonly<Record<string, readonly Axis[]>>
  readonly noise: Readonly<Record<string, readonly Axis[]>>
  /** Coordinates whose critique moves a parameter. */
  readonly reads: readonly string[]
  /** -> the coordinates. */
  readonly measure: Program
  /** `critique.*` -> `direction.*`. */
  readonly pull: Program
  /** `direction.*` -> the change of the coordinates. */
  readonly push: Program
  /** `critique.*`, `direction.*` -> the change of `pull`. */
  readonly bend: Program
}

/** Derives everything that a generator must answer from its `measure`. */
export function assembleGenerator(chosen: ChosenPlayer<Generator>): GeneratorPrograms {
  const { plugin } = chosen
  const symbols = playerSymbols(chosen)
  const noiseShapes = mapValues(plugin.noise?.(symbols.axes) ?? {}, (shape, name) =>
    shapeOf(name, shape),
  )
  const noise = mapValues(noiseShapes, (over, name) =>
    array(`noise.${name}`, over, { stage: 'draw' }),
  )
  const law = plugin.measure(authored(symbols.state), authored(noise), symbols.settings)
  const coordinates = coordinatesOf(law)
  const critique = leavesLike('critique', coordinates)
  const trained = symbols.trained.map((name) => symbols.state[name]!)
  const direction = leavesLike(
    'direction',
    Object.fromEntries(symbols.trained.map((name) => [name, symbols.state[name]!])),
  )
  const along = new Map(
    symbols.trained.map((name): [ArraySymbol, AnyTensor] => [
      symbolOf(symbols.state[name]!),
      direction[name]!,
    ]),
  )
  const pulled = gradient(pairing(coordinates, critique), trained) as readonly AnyTensor[]
  const inputs = [...symbolsOf(symbols.state, noise), ...symbols.options]
  const name = (port: string): string => `${plugin.name}.${port}`
  const pull = narrow(
    {
      name: name('pull'),
      inputs: [...inputs, ...symbolsOf(critique)],
      outputs: zip(symbols.trained, pulled),
    },
    () => true,
  )
  return {
    symbols,
    reads: Object.keys(critique).filter((n) => pull.inputs.includes(symbolOf(critique[n]!))),
    kind: law.kind,
    coordinates: mapValues(critique, (leaf) => symbolOf(leaf).axes),
    noise: noiseShapes,
    measure: { name: name('measure'), inputs, outputs: named(coordinates) },
    pull,
    push: {
      name: name('push'),
      inputs: [...inputs, ...symbolsOf(direction)],
      outputs: named(mapValues(coordinates, (c) => tangent(c, along))),
    },
    bend: narrow(
      {
        name: name('bend'),
        inputs: [...inputs, ...symbolsOf(critique, direction)],
        outputs: zip(
          symbols.trained,
          pulled.map((p) => tangent(p, along)),
        ),
      },
      () => true,
    ),
  }
}

/** Outputs by name. */
export function named(tensors: Readonly<Record<string, AnyTensor>>): Program['outputs'] {
  return Object.entries(tensors).map(([name, tensor]) => ({ name, tensor }))
}

/** Outputs of names and tensors side by side. */
export function zip(names: readonly string[], tensors: readonly AnyTensor[]): Program['outputs'] {
  return names.map((name, k) => ({ name, tensor: tensors[k]! }))
}

/** The scalar product of two sets of arrays of the same names. */
export function pairing(
  a: Readonly<Record<string, AnyTensor>>,
  b: Readonly<Record<string, AnyTensor | Leaf<number>>>,
): Expr {
  return Object.keys(b).reduce((total, name) => total.plus(product(a[name]!, b[name]!)), num(0))
}

function product(a: AnyTensor, b: AnyTensor, at: readonly Index[] = []): Expr {
  const axes = 'axes' in b ? b.axes : []
  if (at.length === axes.length) return elementAt(a, at).times(elementAt(b, at))
  return sum(axes[at.length]!, (i) => product(a, b, [...at, i]))
}
