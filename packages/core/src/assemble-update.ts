import {
  array,
  gradient,
  num,
  symbolOf,
  tensor,
  elementAt,
  type AnyTensor,
  type Axis,
  type Expr,
  type Leaf,
} from '@ganglion/calculus'
import { pairing, zip } from './assemble-generator.ts'
import type { Optimizer } from './optimizer.ts'
import type { Program } from '@ganglion/calculus'
import type { Symbols } from './state.ts'
import { authored, leavesLike, mapValues, symbolsOf, type PlayerSymbols } from './symbols.ts'

/** A constraint without its author's types. */
export type Constraint = ((next: Symbols, before: Symbols, settings: object) => Symbols) | undefined

/** How a player's state moves, as programs. */
export interface UpdatePrograms {
  /** Names of optimizer memory arrays, `name.parameter`, with their axes. */
  readonly memory: Readonly<Record<string, readonly Axis[]>>
  /** Whether a change is rate times direction and nothing else: only such steps can be unrolled. */
  readonly plain: boolean
  /** `state.*`, `memory.*`, `direction.*`, `rate`, `option.*` -> the next state and optimizer memory. */
  readonly move: Program
  /** The same where these parameters move alone: the others stand, and so does what the optimizer keeps of them. */
  readonly moveOf: (only: readonly string[]) => Program
  /** The constraint on a start: `state.*` -> the state. */
  readonly settle: Program
  /** The constraint's pullback, seen from the unconstrained next state: `state.*` (before), `direction.*`, `rate`, `adjoint.*` -> `adjoint.*`. */
  readonly release: Program
}

/** Derives a player's moves from its optimizer and constraint. `sign` is +1 for ascent, -1 for descent. */
export function assembleUpdate(
  name: string,
  symbols: PlayerSymbols,
  optimizer: Optimizer,
  constraint: Constraint,
  sign: 1 | -1,
): UpdatePrograms {
  const { trained, state } = symbols
  const trainedState = Object.fromEntries(trained.map((n) => [n, state[n]!]))
  const direction = leavesLike('direction', trainedState)
  const rate = array('rate', [])
  const memories = optimizer.memory ?? []
  const cells = trained.flatMap((n) =>
    memories.map((m): [string, Leaf<number>] => [
      `${m}.${n}`,
      array(`memory.${m}.${n}`, symbols.shapes[n]!),
    ]),
  )
  const memory = Object.fromEntries(cells)
  const updated = (n: string, at: Parameters<typeof elementAt>[1]) =>
    optimizer.update(
      elementAt(direction[n]!, at),
      Object.fromEntries(memories.map((m) => [m, elementAt(memory[`${m}.${n}`]!, at)])),
      { rate },
    )
  const stepped = (n: string): AnyTensor =>
    tensor(symbols.shapes[n]!, (...at) => {
      const { change } = updated(n, at)
      const here = elementAt(state[n]!, at)
      return sign > 0 ? here.plus(change) : here.minus(change)
    })
  const keptOf = (leaf: Leaf<number>, key: string, movers: readonly string[]): AnyTensor => {
    const [m, n] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)]
    if (!movers.includes(n)) return leaf
    return tensor(symbols.shapes[n]!, (...at) => updated(n, at).memory?.[m] ?? elementAt(leaf, at))
  }
  const inputs = [...symbolsOf(state, memory, direction), symbolOf(rate), ...symbols.options]
  const moveOf = (movers: readonly string[]): Program => {
    const moved = mapValues(state, (leaf, n) => (movers.includes(n) ? stepped(n) : leaf))
    const kept = mapValues(memory, (leaf, key) => keptOf(leaf, key, movers))
    const keptNames = Object.keys(kept).map((k) => `memory.${k}`)
    return {
      name: movers === trained ? `${name}.move` : `${name}.move-${movers.join('-')}`,
      inputs,
      outputs: [
        ...outputsOf(constrain(constraint, moved, symbols)),
        ...zip(keptNames, Object.values(kept)),
      ],
    }
  }
  return {
    memory: mapValues(memory, (leaf) => symbolOf(leaf).axes),
    plain: isPlain(optimizer),
    move: moveOf(trained),
    moveOf: (only) => moveOf(trained.filter((n) => only.includes(n))),
    settle: {
      name: `${name}.settle`,
      inputs: [...symbolsOf(state), ...symbols.options],
      outputs: outputsOf(constrain(constraint, state, symbols)),
    },
    release: releaseOf(name, symbols, constraint),
  }
}

function isPlain({ memory, update }: Optimizer): boolean {
  if (memory && memory.length > 0) return false
  const [direction, rate] = [array('direction', []), array('rate', [])]
  return update(direction, {}, { rate }).change === direction.times(rate)
}

function outputsOf(state: Readonly<Record<string, AnyTensor>>): Program['outputs'] {
  return zip(Object.keys(state), Object.values(state))
}

/** A state under its constraint. */
export function constrain(
  constraint: Constraint,
  next: Readonly<Record<string, AnyTensor>>,
  symbols: PlayerSymbols,
): Record<string, AnyTensor> {
  return { ...next, ...constraint?.(next as Symbols, authored(symbols.state), symbols.settings) }
}

/** The pullback of a constraint, seen from the state before it. */
export interface Released {
  readonly moved: Readonly<Record<string, Leaf<number>>>
  readonly adjoint: Readonly<Record<string, Leaf<number>>>
  /** The adjoint of the state before the constraint, by parameter, read from `moved.*` and `adjoint.*`. */
  readonly back: readonly AnyTensor[]
}

/** Derives how an adjoint passes a constraint backwards. */
export function released(symbols: PlayerSymbols, constraint: Constraint): Released {
  const trained = Object.fromEntries(symbols.trained.map((n) => [n, symbols.state[n]!]))
  const moved = leavesLike('moved', trained)
  const adjoint = leavesLike('adjoint', trained)
  const next = constrain(constraint, { ...symbols.state, ...moved }, symbols)
  const total: Expr = Object.keys(adjoint).length > 0 ? pairing(next, adjoint) : num(0)
  const back = gradient(total, Object.values(moved)) as readonly AnyTensor[]
  return { moved, adjoint, back }
}

function releaseOf(name: string, symbols: PlayerSymbols, constraint: Constraint): Program {
  const { moved, adjoint, back } = released(symbols, constraint)
  return {
    name: `${name}.release`,
    inputs: [...symbolsOf(symbols.state, moved, adjoint), ...symbols.options],
    outputs: zip(Object.keys(moved), back),
  }
}
