import {
  array,
  elementAt,
  substitute,
  symbolOf,
  tangent,
  tensor,
  type AnyTensor,
  type ArraySymbol,
  type Expr,
  type Leaf,
  type Program,
} from '@ganglion/calculus'
import type { DiscriminatorPrograms } from './assemble-discriminator.ts'
import { zip } from './assemble-generator.ts'
import { constrain, released, type Constraint, type Released } from './assemble-update.ts'
import { leavesLike, mapValues, symbolsOf } from './symbols.ts'

type Tensors = Readonly<Record<string, AnyTensor>>

/**
 * What looking ahead takes: k ascent steps of a copy, and the way back, on which the derivative of the loss at the end
 * becomes a total derivative at the start. All read what `respond` reads, and `rate`.
 */
export interface LookaheadPrograms {
  /** -> `ascent.*`, and `next.*`: the copy after a plain ascent step and its constraint. */
  readonly stride: Program
  /** -> `adjoint.*`: d loss / d state; `total.*`: d loss / d coordinates. At the end. */
  readonly summit: Program
  /** `adjoint.*`, `total.*` after a stride -> the same before it, by one Hessian-vector product. */
  readonly recoil: Program
}

/** Derives the walk ahead and back. `coordinates` are those of the measure that the generator reads. */
export function assembleLookahead(
  { symbols, laws, respond, lossSlope, critiqueOf }: DiscriminatorPrograms,
  constraint: Constraint,
  coordinates: readonly string[],
): LookaheadPrograms {
  const output = (name: string): AnyTensor => respond.outputs.find((o) => o.name === name)!.tensor
  const state: Readonly<Record<string, Leaf<number>>> = symbols.state
  const trained = Object.fromEntries(symbols.trained.map((n) => [n, state[n]!]))
  const ascent = mapValues(trained, (_, n) => output(`ascent.${n}`))
  const rate = array('rate', [])
  const moved = mapValues(trained, (leaf, n) =>
    tensor(symbols.shapes[n]!, (...at) =>
      elementAt(leaf, at).plus(elementAt(ascent[n]!, at).times(rate)),
    ),
  )
  const inputs = [...respond.inputs, symbolOf(rate)]
  const backwards = released(symbols, constraint)
  const { adjoint } = backwards
  const total = leavesLike('total', pick(laws.generated, coordinates))
  const before = releasedAt(moved, backwards, symbols.shapes)
  const along = new Map<ArraySymbol, AnyTensor>(
    symbols.trained.map((n) => [symbolOf(state[n]!), before[n]!]),
  )
  const payoff = output('payoff') as Expr
  // The recoil of a step in the law: the critique of the payoff, along the adjoint.
  const mixed = critiqueOf(payoff)
  const back = (adjoints: Tensors, slopes: Tensors): Record<string, AnyTensor> =>
    mapValues(adjoints, (from, n) => added(from, tangent(slopes[n]!, along), rate))
  return {
    stride: {
      name: respond.name.replace(/respond$/, 'stride'),
      inputs,
      outputs: [
        ...prefixed('ascent', ascent),
        ...prefixed('next', constrain(constraint, { ...state, ...moved }, symbols)),
      ],
    },
    summit: {
      name: respond.name.replace(/respond$/, 'summit'),
      inputs: respond.inputs,
      outputs: [
        ...prefixed(
          'adjoint',
          zipped(
            symbols.trained,
            lossSlope.outputs.map((o) => o.tensor),
          ),
        ),
        ...prefixed(
          'total',
          zipped(
            coordinates,
            coordinates.map((n) => output(`critique.${n}`)),
          ),
        ),
      ],
    },
    recoil: {
      name: respond.name.replace(/respond$/, 'recoil'),
      inputs: [...inputs, ...symbolsOf(adjoint, total)],
      outputs: [
        ...prefixed('adjoint', back(before, ascent)),
        ...prefixed('total', back(total, mixed)),
      ],
    },
  }
}

/** The adjoint of a state after its constraint, as one of the state before it, at `moved`. */
function releasedAt(
  moved: Tensors,
  { moved: before, back }: Released,
  shapes: DiscriminatorPrograms['symbols']['shapes'],
): Record<string, AnyTensor> {
  const names = Object.keys(moved)
  return mapValues(zipped(names, back), (slope, n) =>
    tensor(shapes[n]!, (...at) =>
      names.reduce(
        (expr, name) => substitute(expr, before[name]!, moved[name]!),
        elementAt(slope, at),
      ),
    ),
  )
}

/** from + change * rate, cell by cell. */
function added(from: AnyTensor, change: AnyTensor, rate: Expr): AnyTensor {
  const axes = 'axes' in from ? from.axes : []
  return tensor(axes, (...at) => elementAt(from, at).plus(elementAt(change, at).times(rate)))
}

const zipped = (names: readonly string[], tensors: readonly AnyTensor[]): Tensors =>
  Object.fromEntries(names.map((name, k) => [name, tensors[k]!]))

const prefixed = (prefix: string, tensors: Tensors): Program['outputs'] =>
  zip(
    Object.keys(tensors).map((name) => `${prefix}.${name}`),
    Object.values(tensors),
  )

const pick = <T>(record: Readonly<Record<string, T>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, record[name]!]))
