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

/** An operation that waits. */
interface Waiting {
  readonly value: Value
  readonly name: string
  /** What it takes, each once; given numbers are not among these. */
  readonly takes: readonly Waiting[]
  /** So many operations have not taken it yet. */
  uses: number
  /** When its result is there. */
  ready: number
  begun: boolean
}

class Scheduler {
  readonly #values: readonly Value[]
  readonly #waiting: Waiting[] = []
  readonly #placed = new Set<Value>()
  readonly #ordered: Value[] = []
  #alive = 0
  #cycle = 0
  #divider = 0

  constructor(values: readonly Value[]) {
    this.#values = values
    const entries = new Map<Value, Waiting>()
    for (const value of values) {
      if (isGiven(value)) continue
      const takes = [...new Set(argumentsOf(value))].flatMap((arg) => entries.get(arg) ?? [])
      for (const taken of takes) taken.uses++
      const name = nameOf(value)
      const entry = { value, name, takes, uses: 0, ready: Infinity, begun: false }
      entries.set(value, entry)
      this.#waiting.push(entry)
    }
  }

  run(): readonly Value[] {
    const waiting = this.#waiting
    let first = 0
    let idle = 0
    while (first < waiting.length) {
      const begun = this.#begin(first, idle >= patience)
      idle = begun === 0 ? idle + 1 : 0
      while (first < waiting.length && waiting[first]!.begun) first++
      this.#cycle++
    }
    for (const value of this.#values) this.#place(value)
    return this.#ordered
  }

  /** Begins what one cycle can; tells how much that was. */
  #begin(first: number, hurry: boolean): number {
    const waiting = this.#waiting
    let begun = 0
    for (let k = first, seen = 0; k < waiting.length && seen < window && begun < width; k++) {
      const entry = waiting[k]!
      if (entry.begun) continue
      seen++
      if (!this.#can(entry, hurry && begun === 0)) continue
      this.#start(entry)
      begun++
    }
    return begun
  }

  #can(entry: Waiting, hurry: boolean): boolean {
    for (const taken of entry.takes) if (taken.ready > this.#cycle) return false
    if (entry.name === 'div' && this.#divider > this.#cycle) return false
    return hurry || this.#alive < mostAlive || growth(entry) <= 0
  }

  #start(entry: Waiting): void {
    const { value, name, takes } = entry
    if (name === 'div') this.#divider = this.#cycle + betweenDivisions
    this.#alive += growth(entry)
    for (const taken of takes) taken.uses--
    entry.begun = true
    entry.ready = this.#cycle + (cycles[name] ?? cycles['sum']!)
    for (const arg of argumentsOf(value)) this.#place(arg)
    this.#place(value)
  }

  #place(value: Value): void {
    if (this.#placed.has(value)) return
    this.#placed.add(value)
    this.#ordered.push(value)
  }
}

/** By how many the values that must be kept grow when an operation begins. */
function growth({ takes }: Waiting): number {
  let growing = 1
  for (const taken of takes) if (taken.uses === 1) growing--
  return growing
}

const nameOf = (value: Value): string => (value.kind === 'apply' ? value.name : value.kind)
