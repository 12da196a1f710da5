import { elementary, type Elementary } from './elementary/index.ts'
import type { Flat, Operand, Step } from './flatten.ts'
import { Lanes, type Chains } from './lanes.ts'
import { StraightLine } from './straight-line.ts'
import type { Value } from './value.ts'

/** Straight-line code of a program, and which value goes where. */
export interface Assembled {
  readonly line: StraightLine
  readonly outputs: readonly {
    readonly array: number
    readonly cell: number
    readonly value: Value
  }[]
}

/** So many calls of one elementary function advance side by side: more would not fit the registers. */
const chains = 8

/** Turns steps into vector operations. Calls of one elementary function are gathered, so that their chains overlap. */
export function assemble({ steps, outputs }: Flat, rows: Elementary = elementary): Assembled {
  const assembler = new Assembler(rows)
  let waiting = [...steps]
  while (waiting.length > 0) {
    waiting = waiting.filter((step) => !assembler.simple(step))
    const ready = waiting.filter((step) => step.primitive in rows && assembler.ready(step))
    const first = ready[0]
    if (!first) continue
    const group = ready.filter((s) => s.primitive === first.primitive).slice(0, chains)
    assembler.gathered(first.primitive, group)
    waiting = waiting.filter((step) => !group.includes(step))
  }
  return {
    line: assembler.line,
    outputs: outputs.map((o) => ({ ...o, value: assembler.value(o.value) })),
  }
}

class Assembler {
  readonly line = new StraightLine()
  readonly #rows: Elementary
  readonly #lanes = new Lanes(this.line)
  readonly #done = new Map<Step, Value>()

  constructor(rows: Elementary) {
    this.#rows = rows
  }

  ready({ args }: Step): boolean {
    return args.every((a) => a.kind !== 'step' || this.#done.has(a))
  }

  /** Writes a step that is ready and no elementary function; tells whether it did. */
  simple(step: Step): boolean {
    if (step.primitive in this.#rows || !this.ready(step)) return false
    const args = step.args.map((a) => this.value(a))
    this.#done.set(step, this.#applied(step.primitive, args))
    return true
  }

  gathered(primitive: string, steps: readonly Step[]): void {
    const x: Chains = steps.map((s) => this.value(s.args[0]!))
    this.#rows[primitive]!(this.#lanes, x).forEach((value, k) => this.#done.set(steps[k]!, value))
  }

  value(operand: Operand): Value {
    if (operand.kind === 'constant') return this.line.constant(operand.value)
    if (operand.kind === 'load') return this.line.load(operand.array, operand.cell)
    return this.#done.get(operand)!
  }

  #applied(primitive: string, args: readonly Value[]): Value {
    const { line } = this
    switch (primitive) {
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'min':
      case 'max':
      case 'abs':
      case 'neg':
      case 'sqrt':
      case 'floor':
        return line.apply(primitive, ...args)
      case 'below':
        return line.apply('and', line.apply('lt', ...args), line.constant(1))
      case 'select':
        return line.apply('bitselect', args[1]!, args[2]!, this.#mask(args[0]!))
      case 'copy':
        return args[0]!
      // The lanes are elements of one sum: its first lane adds them one after the other, and is what is stored.
      case 'fold': {
        const [sum, term] = args as readonly [Value, Value]
        return line.apply('add', line.apply('add', sum, term), line.spread(term, 1))
      }
      default:
        return line.call(primitive, args[0]!)
    }
  }

  /** Where a condition is not 0: a comparison need not become a number first. */
  #mask(condition: Value): Value {
    const { line } = this
    if (condition.kind === 'apply' && condition.name === 'and') {
      const [mask, one] = condition.args
      const compares = mask!.kind === 'apply' && mask!.name === 'lt'
      if (compares && one === line.constant(1)) return mask!
    }
    return line.apply('ne', condition, line.constant(0))
  }
}
