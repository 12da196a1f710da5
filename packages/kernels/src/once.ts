import {
  array,
  axis,
  symbolOf,
  type ArraySymbol,
  type Cell,
  type Index,
  type Lowered,
  type Statement,
  type Value,
} from '@ganglion/calculus'
import { cheap } from './kept.ts'

/** A program in two: what follows from fixed arrays alone, and the rest, which finds that in further inputs. */
export interface Once {
  /** Writes an array for each of `sizes`. */
  readonly before: Lowered
  /** Reads them after the inputs. */
  readonly after: Lowered
  readonly sizes: readonly number[]
}

type Loop = Extract<Statement, { kind: 'loop' }>

/**
 * Parts a program so that elementary functions of what never changes (features of true points) are computed once. Null
 * where there are none. `known` inputs do not change either.
 */
export function once(lowered: Lowered, known: readonly boolean[]): Once | null {
  return new Parting(lowered, known).run()
}

class Parting {
  readonly #lowered: Lowered
  readonly #still: readonly boolean[]
  readonly #restless = new Set<number>()
  readonly #fixed = new Set<number>()
  /** Fixed numbers that the rest needs. */
  readonly #wanted = new Set<number>()
  /** Arrays that are handed over, by temporary, or by the number that has one of its own. */
  readonly #handed = new Map<number, { readonly place: number; readonly size: number }>()
  readonly #own = new Map<number, { readonly temporary: number; readonly cell: Cell }>()
  readonly #sizes: number[]
  #costly = false

  constructor(lowered: Lowered, known: readonly boolean[]) {
    this.#lowered = lowered
    this.#still = lowered.inputs.map((i, k) => i.stage === 'fixed' || (known[k] ?? false))
    this.#sizes = [...lowered.temporaries]
  }

  run(): Once | null {
    const { inputs, outputs, statements } = this.#lowered
    for (let before = -1; before < this.#restless.size;) {
      before = this.#restless.size
      this.#fixed.clear()
      this.#judge(statements)
    }
    if (!this.#costly) return null
    this.#want(statements)
    const first = this.#kept(statements, [])
    const rest = this.#left(statements, [])
    const handed = [...this.#handed].map(([temporary, { size }]) => ({ temporary, size }))
    const symbols = handed.map(({ size }, k) => symbolOf(array(`once.${k}`, [axis('once', size)])))
    const writes = handed.map(({ temporary }, k) => handOver(temporary, k, symbols[k]!))
    const temporaries = this.#sizes
    return {
      before: {
        inputs,
        outputs: symbols.map((s) => s.name),
        temporaries,
        statements: [...first, ...writes],
      },
      after: { inputs: [...inputs, ...symbols], outputs, temporaries, statements: rest },
      sizes: handed.map(({ size }) => size),
    }
  }

  /** Finds what is fixed; a temporary into which anything else goes is not. */
  #judge(statements: readonly Statement[]): void {
    for (const s of statements) {
      if (s.kind === 'loop') this.#judge(s.body)
      if (s.kind === 'let' && this.#isFixed(s.value)) this.#fixed.add(s.id)
      if (s.kind === 'call' && s.args.every((a) => this.#isFixed(a))) {
        this.#fixed.add(s.id)
        this.#costly ||= !cheap.has(s.primitive.name)
      }
      if (s.kind === 'tree' && !this.#restless.has(s.temporary)) this.#fixed.add(s.id)
      if (
        (s.kind === 'store' || s.kind === 'add' || s.kind === 'stripe') &&
        !this.#isFixed(s.value)
      )
        this.#restless.add(s.temporary)
    }
  }

  #isFixed(value: Value): boolean {
    switch (value.kind) {
      case 'const':
      case 'same':
        return true
      case 'local':
        return this.#fixed.has(value.id)
      case 'input':
        return this.#still[value.input]!
      case 'temporary':
        return !this.#restless.has(value.temporary)
    }
  }

  /** What a statement makes is fixed. */
  #isBefore(s: Exclude<Statement, Loop>): boolean {
    if (s.kind === 'output') return false
    if (s.kind === 'let' || s.kind === 'call' || s.kind === 'tree') return this.#fixed.has(s.id)
    return !this.#restless.has(s.temporary)
  }

  /** From the last statement to the first, so that what recomputing takes is wanted too. */
  #want(statements: readonly Statement[]): void {
    for (const s of statements.toReversed()) {
      if (s.kind === 'loop') this.#want(s.body)
      else if (!this.#isBefore(s) || (this.#isCheap(s) && this.#wanted.has(idOf(s)!)))
        for (const v of valuesOf(s))
          if (v.kind === 'local' && this.#fixed.has(v.id)) this.#wanted.add(v.id)
    }
  }

  /** Computed again where it is wanted: that costs less than a place in memory. */
  #isCheap(s: Statement): boolean {
    return s.kind === 'let' || (s.kind === 'call' && cheap.has(s.primitive.name))
  }

  /** The part that is computed once. */
  #kept(statements: readonly Statement[], path: readonly Index[]): Statement[] {
    return statements.flatMap((s): Statement[] => {
      if (s.kind === 'loop') return looped(s, this.#kept(s.body, [...path, s.index]))
      if (!this.#isBefore(s)) return []
      const id = idOf(s)
      if (id === undefined || this.#isCheap(s) || !this.#wanted.has(id)) return [s]
      const temporary = this.#sizes.length
      const cell = cellOf(path)
      this.#sizes.push(path.reduce((size, i) => size * i.axis.size, 1))
      this.#own.set(id, { temporary, cell })
      return [s, { kind: 'store', temporary, cell, value: { kind: 'local', id } }]
    })
  }

  /** The part that is computed every time. */
  #left(statements: readonly Statement[], path: readonly Index[]): Statement[] {
    return statements.flatMap((s): Statement[] => {
      if (s.kind === 'loop') return looped(s, this.#left(s.body, [...path, s.index]))
      if (!this.#isBefore(s)) return [this.#reading(s)]
      const id = idOf(s)
      if (id === undefined || !this.#wanted.has(id)) return []
      if (this.#isCheap(s)) return [this.#reading(s)]
      const { temporary, cell } = this.#own.get(id)!
      return [{ kind: 'let', id, value: this.#input(temporary, cell) }]
    })
  }

  #reading<S extends Exclude<Statement, Loop>>(s: S): S {
    const moved = (v: Value): Value =>
      v.kind === 'temporary' && !this.#restless.has(v.temporary)
        ? this.#input(v.temporary, v.cell)
        : v
    if (s.kind === 'call') return { ...s, args: s.args.map(moved) }
    return 'value' in s ? { ...s, value: moved(s.value) } : s
  }

  #input(temporary: number, cell: Cell): Value {
    const size = this.#sizes[temporary]!
    const known = this.#handed.get(temporary) ?? { place: this.#handed.size, size }
    this.#handed.set(temporary, known)
    return { kind: 'input', input: this.#lowered.inputs.length + known.place, cell }
  }
}

const looped = (loop: Loop, body: readonly Statement[]): Statement[] =>
  body.length > 0 ? [{ ...loop, body }] : []

const idOf = (s: Statement): number | undefined =>
  s.kind === 'let' || s.kind === 'call' || s.kind === 'tree' ? s.id : undefined

function valuesOf(s: Statement): readonly Value[] {
  if (s.kind === 'call') return s.args
  return 'value' in s ? [s.value] : []
}

/** A cell for each round of the loops around it. */
function cellOf(path: readonly Index[]): Cell {
  let stride = 1
  const strides = path.toReversed().map((index) => {
    const here = { index, stride }
    stride *= index.axis.size
    return here
  })
  return { offset: 0, strides }
}

function handOver(temporary: number, output: number, symbol: ArraySymbol): Statement {
  const index: Index = { axis: symbol.axes[0]!, level: 0, id: -1 - output }
  const cell: Cell = { offset: 0, strides: [{ index, stride: 1 }] }
  const value: Value = { kind: 'temporary', temporary, cell }
  return { kind: 'loop', index, body: [{ kind: 'output', output, cell, value }] }
}
