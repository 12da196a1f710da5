import type { Pairing, Program } from '@ganglion/calculus'
import { lower } from '@ganglion/calculus'
import { flatten, type Flat, type Operand, type Step } from './flatten.ts'

/** Arithmetic is computed again; what takes longer is worth a place in memory. */
export const cheap: ReadonlySet<string> = new Set([
  'add',
  'sub',
  'mul',
  'div',
  'min',
  'max',
  'abs',
  'neg',
  'sqrt',
  'floor',
  'below',
  'select',
])

/** Places of steps in both programs of a pair that are the same function of the same numbers, side by side. */
export interface Kept {
  readonly writes: readonly number[]
  readonly reads: readonly number[]
}

/** What the first of two programs computes at length and the second would compute again. */
export function keptBy(writes: Program, reads: Program, most: number): Kept | null {
  const [first, second] = [writes, reads].map((program) => flatten(lower(program), most))
  if (!first || !second) return null
  const names = new Map<string, number>()
  const before = costly(first, writes, names)
  const after = costly(second, reads, names)
  const both = [...before].flatMap(([key, at]) => (after.has(key) ? [[at, after.get(key)!]] : []))
  return { writes: both.map(([at]) => at!), reads: both.map(([, at]) => at!) }
}

/** Places of costly steps by a number that equal steps share. */
function costly(
  { steps }: Flat,
  { inputs }: Program,
  names: Map<string, number>,
): Map<number, number> {
  const numbers = new Map<Step, number>()
  const numberOf = (key: string): number => {
    const known = names.get(key) ?? names.size
    names.set(key, known)
    return known
  }
  const keyOf = (operand: Operand): string => {
    if (operand.kind === 'step') return `s${numbers.get(operand)!}`
    if (operand.kind === 'load') return `${inputs[operand.array]!.name}.${operand.cell}`
    return Object.is(operand.value, -0) ? 'c-0' : `c${operand.value}`
  }
  const found = new Map<number, number>()
  steps.forEach((step, at) => {
    const number = numberOf(`${step.primitive} ${step.args.map(keyOf).join()}`)
    numbers.set(step, number)
    if (!cheap.has(step.primitive) && !found.has(number)) found.set(number, at)
  })
  return found
}

/** Code that writes what it keeps into an extra array, or reads it from there. */
export function keeping(flat: Flat, kept: Kept, side: Pairing['side'], array: number): Flat {
  if (side === 'writes') {
    const extra = kept.writes.map((at, cell) => ({ array, cell, value: flat.steps[at]! }))
    return { ...flat, outputs: [...flat.outputs, ...extra] }
  }
  const loads = new Map<Step, Operand>(
    kept.reads.map((at, cell) => [flat.steps[at]!, { kind: 'load', array, cell }]),
  )
  return reading(flat, loads)
}

function reading({ steps, outputs }: Flat, loads: ReadonlyMap<Step, Operand>): Flat {
  const copies = new Map<Operand, Operand>(loads)
  const copy = (operand: Operand): Operand => copies.get(operand) ?? operand
  const kept: Step[] = []
  for (const step of steps) {
    if (loads.has(step)) continue
    const made: Step = { ...step, args: step.args.map(copy) }
    copies.set(step, made)
    kept.push(made)
  }
  return { steps: kept, outputs: outputs.map((o) => ({ ...o, value: copy(o.value) })) }
}
