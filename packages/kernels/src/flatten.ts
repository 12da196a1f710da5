import type { Cell, Index, Lowered, Position, Statement, Value } from '@ganglion/calculus'
import { pairwise } from './pairwise.ts'

/** A number of one member: a constant, a cell of an array, or the result of a step. */
export type Operand =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'load'; readonly array: number; readonly cell: number }
  | Step

/** A primitive applied to numbers. */
export interface Step {
  readonly kind: 'step'
  readonly primitive: string
  readonly args: readonly Operand[]
}

/** A program without loops: its steps, each after what it takes, and what goes where. */
export interface Flat {
  readonly steps: readonly Step[]
  readonly outputs: readonly {
    readonly array: number
    readonly cell: number
    readonly value: Operand
  }[]
}

/**
 * Unrolls all loops of a program; null when that gives more than `most` steps. Numbers of an input that are known stand
 * in the steps.
 */
export function flatten(
  lowered: Lowered,
  most: number,
  known: readonly (readonly number[] | undefined)[] = [],
): Flat | null {
  const flattener = new Flattener(lowered, most, known)
  return flattener.run(lowered.statements) ? flattener.flat : null
}

const minusZero: Operand = { kind: 'constant', value: -0 }

class Flattener {
  readonly #steps: Step[] = []
  readonly #outputs: { array: number; cell: number; value: Operand }[] = []
  readonly #inputs: number
  readonly #most: number
  readonly #known: readonly (readonly number[] | undefined)[]
  readonly #indices = new Map<Index, number>()
  readonly #locals = new Map<number, Operand>()
  readonly #temporaries: Operand[][]

  constructor(
    { inputs, temporaries }: Lowered,
    most: number,
    known: readonly (readonly number[] | undefined)[],
  ) {
    this.#known = known
    this.#inputs = inputs.length
    this.#most = most
    this.#temporaries = temporaries.map(() => [])
  }

  get flat(): Flat {
    return { steps: this.#steps, outputs: this.#outputs }
  }

  /** False when there are too many steps. */
  run(statements: readonly Statement[]): boolean {
    return statements.every((statement) => {
      if (statement.kind !== 'loop') this.#do(statement)
      else {
        for (let at = 0; at < statement.index.axis.size; at++) {
          this.#indices.set(statement.index, at)
          if (!this.run(statement.body)) return false
        }
      }
      return this.#steps.length <= this.#most
    })
  }

  #do(s: Exclude<Statement, { kind: 'loop' }>): void {
    switch (s.kind) {
      case 'let':
        return void this.#locals.set(s.id, this.#value(s.value))
      case 'call': {
        const args = s.args.map((a) => this.#value(a))
        return void this.#locals.set(s.id, this.#step(s.primitive.name, args))
      }
      case 'store':
        return this.#write(s.temporary, this.#cell(s.cell), this.#value(s.value))
      case 'output':
        return void this.#outputs.push({
          array: this.#inputs + s.output,
          cell: this.#cell(s.cell),
          value: this.#value(s.value),
        })
      case 'clear':
        return void (this.#temporaries[s.temporary] = [])
      case 'add':
        return this.#add(s.temporary, this.#cell(s.cell), this.#value(s.value))
      case 'stripe':
        return this.#add(s.temporary, this.#indices.get(s.index)! & 7, this.#value(s.value))
      case 'tree':
        return void this.#locals.set(s.id, this.#tree(s.temporary, s.stripes))
    }
  }

  #step(primitive: string, args: readonly Operand[]): Step {
    const step: Step = { kind: 'step', primitive, args }
    this.#steps.push(step)
    return step
  }

  /** A sum begins at -0, which added to any number leaves it as it is. */
  #add(temporary: number, cell: number, value: Operand): void {
    const before = this.#temporaries[temporary]![cell]
    this.#write(temporary, cell, before ? this.#step('add', [before, value]) : value)
  }

  #write(temporary: number, cell: number, value: Operand): void {
    this.#temporaries[temporary]![cell] = value
  }

  #read(temporary: number, cell: number): Operand {
    return this.#temporaries[temporary]![cell] ?? minusZero
  }

  #tree(temporary: number, stripes: number): Operand {
    const terms = Array.from({ length: stripes }, (_, s) => this.#read(temporary, s))
    return pairwise<Operand>(terms, (a, b) => this.#step('add', [a, b]))
  }

  #value(value: Value): Operand {
    switch (value.kind) {
      case 'const':
        return { kind: 'constant', value: value.value }
      case 'local':
        return this.#locals.get(value.id)!
      case 'input':
        return this.#load(value.input, this.#cell(value.cell))
      case 'temporary':
        return this.#read(value.temporary, this.#cell(value.cell))
      case 'same': {
        const equal = this.#position(value.a) === this.#position(value.b)
        return { kind: 'constant', value: equal ? 1 : 0 }
      }
    }
  }

  #load(array: number, cell: number): Operand {
    const value = this.#known[array]?.[cell]
    return value === undefined ? { kind: 'load', array, cell } : { kind: 'constant', value }
  }

  #position(position: Position): number {
    return typeof position === 'number' ? position : this.#indices.get(position)!
  }

  #cell({ offset, strides }: Cell): number {
    return strides.reduce(
      (at, { index, stride }) => at + this.#indices.get(index)! * stride,
      offset,
    )
  }
}
