import type { Index, Lowered, Position, Statement, Value } from '@ganglion/calculus'
import type { Operand, Step } from './flatten.ts'
import { pairwise } from './pairwise.ts'
import { privateIn } from './private.ts'
import { factorOf, weigh, usual, type Limits } from './loop-weight.ts'
import {
  keyOf,
  Open,
  stridesKey,
  type Counter,
  type Nest,
  type Nested,
  type Place,
} from './nest-block.ts'
import { Standings } from './standings.ts'

/**
 * Turns a program into loops of straight-line code. Where an axis is given, a lane is an element of it: its loops go by
 * pairs. Null when the axis stands where lanes cannot follow.
 */
export function nest(
  lowered: Lowered,
  axis: object | null,
  known: Numbers = [],
  limits: Limits = usual,
): Nested | null {
  // Where a temporary cannot stay in its loop after all, none does.
  return (
    new Nester(lowered, axis, known, limits, privateIn(lowered)).run() ??
    new Nester(lowered, axis, known, limits, new Set()).run()
  )
}

/** Numbers of inputs that all members share, where they are known. */
type Numbers = readonly (readonly number[] | undefined)[]

const minusZero: Operand = { kind: 'constant', value: -0 }

class Nester {
  readonly #lowered: Lowered
  readonly #axis: object | null
  readonly #known: Numbers
  readonly #limits: Limits
  readonly #indices = new Standings()
  readonly #locals = new Map<number, Operand>()
  readonly #owner = new Map<Step, Open>()
  #open = new Open()
  #nests: Nest[] = []
  #counters = 0
  #carried = 0
  /** Temporaries that live in one round of one loop: they need no memory. */
  readonly #private: ReadonlySet<number>
  /** Loops around what is being written. */
  #depth = 0
  /** Whether lanes are elements here. */
  #laned = false
  #failed = false

  constructor(
    lowered: Lowered,
    axis: object | null,
    known: Numbers,
    limits: Limits,
    homebound: ReadonlySet<number>,
  ) {
    this.#private = homebound
    this.#limits = limits
    this.#lowered = lowered
    this.#axis = axis
    this.#known = known
  }

  run(): Nested | null {
    this.#list(this.#lowered.statements)
    this.#close()
    return this.#failed ? null : { nests: this.#nests, carried: this.#carried }
  }

  #list(statements: readonly Statement[]): void {
    for (const statement of statements) this.#do(statement)
  }

  #do(s: Statement): void {
    switch (s.kind) {
      case 'loop':
        return this.#loop(s)
      case 'let':
        return void this.#locals.set(s.id, this.#value(s.value))
      case 'call':
        return void this.#locals.set(
          s.id,
          this.#step(
            s.primitive.name,
            s.args.map((a) => this.#value(a)),
          ),
        )
      case 'store':
        return this.#write(
          this.#indices.place('temporary', s.temporary, s.cell),
          this.#value(s.value),
        )
      case 'output': {
        const which = this.#lowered.inputs.length + s.output
        const place = this.#indices.place('array', which, s.cell)
        const value = this.#value(s.value)
        this.#open.outputs.push({
          array: 0,
          cell: this.#open.place(place),
          value: this.#here(value),
        })
        return
      }
      case 'clear':
        return this.#clear(s.temporary)
      case 'add':
        return this.#add(this.#indices.place('temporary', s.temporary, s.cell), s.value)
      case 'stripe':
        return this.#add(this.#indices.stripe(s.temporary, s.index), s.value)
      case 'tree':
        return void this.#locals.set(s.id, this.#tree(s.temporary, s.stripes))
    }
  }

  #loop(loop: Extract<Statement, { kind: 'loop' }>): void {
    const { index, body } = loop
    const { size } = index.axis
    const lanes = index.axis === this.#axis && !this.#laned
    if (!lanes && weigh([loop]) <= this.#limits.unrolled)
      return this.#unrolled(body, index, 0, size)
    const width = lanes ? 2 : 1
    const factor = factorOf(body, size, width, this.#limits)
    const by = factor * width
    const whole = Math.floor(size / by) * by
    this.#close()
    if (whole > 0) this.#real(loop, whole, by, width)
    this.#unrolled(body, index, whole, size)
    this.#close()
  }

  /** A loop that stays one; its body stands there `by / width` times. */
  #real(loop: Extract<Statement, { kind: 'loop' }>, to: number, by: number, width: number): void {
    const counter: Counter = { id: this.#counters++ }
    const outside = this.#nests
    this.#nests = []
    const before = this.#laned
    this.#laned ||= width === 2
    this.#depth++
    for (let plus = 0; plus < by; plus += width) {
      this.#indices.set(loop.index, { counter, plus, lane: width === 2 ? 1 : 0 })
      this.#list(loop.body)
    }
    // The end of a round is the end of what it keeps, unless there are loops around it.
    this.#close(this.#depth > 1)
    this.#depth--
    this.#laned = before
    outside.push({ kind: 'loop', counter, from: 0, to, by, body: this.#nests })
    this.#nests = outside
  }

  #unrolled(body: readonly Statement[], index: Index, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      this.#indices.set(index, { counter: null, plus: at, lane: 0 })
      this.#list(body)
    }
  }

  #step(primitive: string, args: readonly Operand[]): Step {
    // An argument that was found before a block ended is carried on.
    const step: Step = { kind: 'step', primitive, args: args.map((a) => this.#here(a)) }
    this.#open.steps.push(step)
    this.#owner.set(step, this.#open)
    return step
  }

  #value(value: Value): Operand {
    switch (value.kind) {
      case 'const':
        return { kind: 'constant', value: value.value }
      case 'local':
        return this.#here(this.#locals.get(value.id)!)
      case 'input': {
        const place = this.#indices.place('array', value.input, value.cell)
        const known = this.#known[value.input]
        if (known && place.strides.length === 0 && place.lane === 0)
          return { kind: 'constant', value: known[place.offset]! }
        return this.#load(place)
      }
      case 'temporary':
        return this.#read(this.#indices.place('temporary', value.temporary, value.cell))
      case 'same':
        return this.#same(value.a, value.b)
    }
  }

  /** A number of an earlier block is carried here. */
  #here(operand: Operand): Operand {
    if (operand.kind !== 'step') return operand
    const owner = this.#owner.get(operand)!
    if (owner === this.#open) return operand
    const number = owner.carries.get(operand) ?? this.#carried++
    owner.carries.set(operand, number)
    return { kind: 'load', array: 1, cell: number }
  }

  /** 1 or 0; where that is not known while the code is written, lanes cannot follow. */
  #same(a: Position, b: Position): Operand {
    const equal = this.#indices.same(a, b)
    this.#failed ||= equal === null
    return { kind: 'constant', value: equal ? 1 : 0 }
  }

  /** A step, so that it can be carried when its block has ended. */
  #load(place: Place): Operand {
    return this.#step('copy', [{ kind: 'load', array: 0, cell: this.#open.place(place) }])
  }

  #read(place: Place): Operand {
    this.#touch(place)
    const pending = this.#open.pending.get(keyOf(place))
    if (pending) return pending.value
    // Nothing has been put there in this round: it was cleared.
    return this.#private.has(place.which) ? minusZero : this.#load(place)
  }

  #write(place: Place, value: Operand): void {
    this.#touch(place)
    // Where a block begins anew, what was computed before it is carried.
    this.#open.pending.set(keyOf(place), { place, value: this.#here(value) })
  }

  /** The same temporary under other strides may be the same cell: then a block ends first. */
  #touch(place: Place): void {
    const key = stridesKey(place)
    const before = this.#open.touched.get(place.which)
    if (before !== undefined && before !== key) this.#close(true)
    this.#open.touched.set(place.which, key)
  }

  #add(place: Place, value: Value): void {
    const before = this.#read(place)
    const term = this.#value(value)
    if (before === minusZero) return this.#write(place, term)
    const folded = this.#laned && place.lane === 0
    this.#write(place, this.#step(folded ? 'fold' : 'add', [before, term]))
  }

  #clear(temporary: number): void {
    if (this.#private.has(temporary)) return
    const size = this.#lowered.temporaries[temporary]!
    if (size > 16) {
      this.#close()
      this.#nests.push({ kind: 'clear', temporary })
      return
    }
    for (let offset = 0; offset < size; offset++)
      this.#write(
        { of: 'temporary', which: temporary, offset, strides: [], lane: 0 },
        { kind: 'constant', value: -0 },
      )
  }

  #tree(temporary: number, count: number): Operand {
    const terms = Array.from({ length: count }, (_, offset) =>
      this.#read({ of: 'temporary', which: temporary, offset, strides: [], lane: 0 }),
    )
    return pairwise<Operand>(terms, (a, b) => this.#step('add', [a, b]))
  }

  #close(inside = this.#depth > 0): void {
    const open = this.#open
    if (open.empty) return
    const written = [...open.pending.values()]
    // A block that ends inside a round would lose what that round keeps to itself.
    this.#failed ||= inside && written.some(({ place }) => this.#private.has(place.which))
    const stores = written
      .filter(({ place }) => !this.#private.has(place.which))
      .map(({ place, value }) => ({
        array: 0,
        cell: open.place(place),
        value,
      }))
    const flat = { steps: open.steps, outputs: [...open.outputs, ...stores] }
    this.#nests.push({ kind: 'block', flat, places: open.places, carries: open.carries })
    this.#open = new Open()
  }
}
