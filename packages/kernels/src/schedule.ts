import { argumentsOf, type Value } from './value.ts'

/** Operations that a processor begins in one cycle. */
const width = 3
/** So far ahead it may look for something to begin: what is nearer ends sooner and frees its register. */
const window = 200
/** More values than this at once are begun only where nothing else can be: registers are few. */
const mostAlive = 30
/** Idle cycles after which one more value is better than none. */
const patience = 8
/** Cycles from one division to the next. */
const betweenDivisions = 4

/** Cycles until the result of an operation is there; what is not named takes as long as a sum. */
const cycles: Readonly<Record<string, number>> = {
  sum: 4,
  call: 40,
  shift: 1,
  spread: 1,
  integerAdd: 1,
  and: 1,
  andnot: 1,
  or: 1,
  xor: 1,
  bitselect: 3,
  div: 13,
  sqrt: 18,
}

const isGiven = ({ kind }: Value): boolean => kind === 'constant' || kind === 'load'

/**
 * Puts operations into the order in which an ideal processor would begin them, so that a real one, which looks ahead
 * less far, always finds work. Only the order changes: the same operations, the same bits. Loads come right before their
 * first use.
 */
export function schedule(values: readonly Value[]): readonly Value[] {
  return new Scheduler(values).run()
}

class Scheduler {
  readonly #values: readonly Value[]
  readonly #placed = new Set<Value>()
  readonly #ordered: Value[] = []
  /** When the result of what has begun is there. */
  readonly #ready = new Map<Value, number>()
  readonly #uses = new Map<Value, number>()
  #alive = 0
  #cycle = 0
  #divider = 0

  constructor(values: readonly Value[]) {
    this.#values = values
    for (const value of values)
      for (const arg of new Set(argumentsOf(value)))
        this.#uses.set(arg, (this.#uses.get(arg) ?? 0) + 1)
  }

  run(): readonly Value[] {
    const waiting = this.#values.filter((v) => !isGiven(v))
    let first = 0
    let idle = 0
    while (first < waiting.length) {
      const begun = this.#begin(waiting, first, idle >= patience)
      idle = begun === 0 ? idle + 1 : 0
      while (first < waiting.length && this.#placed.has(waiting[first]!)) first++
      this.#cycle++
    }
    for (const value of this.#values) this.#place(value)
    return this.#ordered
  }

  /** Begins what one cycle can; tells how much that was. */
  #begin(waiting: readonly Value[], first: number, hurry: boolean): number {
    let begun = 0
    for (let k = first, seen = 0; k < waiting.length && seen < window && begun < width; k++) {
      const value = waiting[k]!
      if (this.#placed.has(value)) continue
      seen++
      if (!this.#can(value, hurry && begun === 0)) continue
      this.#start(value)
      begun++
    }
    return begun
  }

  #can(value: Value, hurry: boolean): boolean {
    if (!argumentsOf(value).every((a) => isGiven(a) || this.#ready.get(a)! <= this.#cycle))
      return false
    if (nameOf(value) === 'div' && this.#divider > this.#cycle) return false
    return hurry || this.#alive < mostAlive || this.#growth(value) <= 0
  }

  /** By how many the values that must be kept grow. */
  #growth(value: Value): number {
    const ending = new Set(argumentsOf(value).filter((a) => !isGiven(a) && this.#uses.get(a) === 1))
    return 1 - ending.size
  }

  #start(value: Value): void {
    const name = nameOf(value)
    if (name === 'div') this.#divider = this.#cycle + betweenDivisions
    this.#alive += this.#growth(value)
    const args = new Set(argumentsOf(value))
    for (const arg of args) this.#uses.set(arg, this.#uses.get(arg)! - 1)
    this.#ready.set(value, this.#cycle + (cycles[name] ?? cycles['sum']!))
    for (const arg of args) this.#place(arg)
    this.#place(value)
  }

  #place(value: Value): void {
    if (this.#placed.has(value)) return
    this.#placed.add(value)
    this.#ordered.push(value)
  }
}

const nameOf = (value: Value): string => (value.kind === 'apply' ? value.name : value.kind)
