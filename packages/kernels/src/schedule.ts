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

/** Operations by their number, in the order in which they were written. Lists are flat: a compiler is seldom warm. */
class Scheduler {
  readonly #values: readonly Value[]
  readonly #operations: readonly Value[]
  /** What an operation takes, each once; given numbers are not among these. */
  readonly #takes: readonly (readonly number[])[]
  readonly #takenBy: readonly number[][]
  readonly #latency: Uint8Array
  /** So many operations have not taken it yet. */
  readonly #uses: Uint32Array
  /** So many of what it takes have not begun. */
  readonly #unmet: Uint32Array
  /** When the last of what it takes is there, of those that have begun. */
  readonly #earliest: Uint32Array
  /** The next operation that has not begun; one more at the end stands for none. */
  readonly #next: Uint32Array
  readonly #placed = new Set<Value>()
  readonly #ordered: Value[] = []
  #first = 0
  #alive = 0
  #cycle = 0
  #divider = 0

  constructor(values: readonly Value[]) {
    this.#values = values
    this.#operations = values.filter((value) => !isGiven(value))
    const numbers = new Map(this.#operations.map((value, k) => [value, k]))
    this.#takes = this.#operations.map((value) =>
      [...new Set(argumentsOf(value))].flatMap((arg) => numbers.get(arg) ?? []),
    )
    const count = this.#operations.length
    this.#takenBy = Array.from({ length: count }, () => [])
    this.#takes.forEach((takes, k) => takes.forEach((taken) => this.#takenBy[taken]!.push(k)))
    this.#latency = Uint8Array.from(this.#operations, (v) => cycles[nameOf(v)] ?? cycles['sum']!)
    this.#uses = Uint32Array.from(this.#takenBy, (users) => users.length)
    this.#unmet = Uint32Array.from(this.#takes, (takes) => takes.length)
    this.#earliest = new Uint32Array(count)
    this.#next = Uint32Array.from({ length: count }, (_, k) => k + 1)
  }

  run(): readonly Value[] {
    let idle = 0
    while (this.#first < this.#operations.length) {
      const begun = this.#begin(idle >= patience)
      idle = begun === 0 ? idle + 1 : 0
      this.#cycle++
    }
    for (const value of this.#values) this.#place(value)
    return this.#ordered
  }

  /** Begins what one cycle can; tells how much that was. */
  #begin(hurry: boolean): number {
    const next = this.#next
    let begun = 0
    let before = -1
    for (let k = this.#first, seen = 0; k < next.length && seen < window && begun < width; seen++) {
      const after = next[k]!
      if (this.#can(k, hurry && begun === 0)) {
        this.#start(k)
        begun++
        if (before < 0) this.#first = after
        else next[before] = after
      } else before = k
      k = after
    }
    return begun
  }

  #can(k: number, hurry: boolean): boolean {
    if (this.#unmet[k]! > 0 || this.#earliest[k]! > this.#cycle) return false
    if (this.#latency[k] === cycles['div'] && this.#divider > this.#cycle) return false
    return hurry || this.#alive < mostAlive || this.#growth(k) <= 0
  }

  /** By how many the values that must be kept grow when an operation begins. */
  #growth(k: number): number {
    let growing = 1
    for (const taken of this.#takes[k]!) if (this.#uses[taken] === 1) growing--
    return growing
  }

  #start(k: number): void {
    const latency = this.#latency[k]!
    if (latency === cycles['div']) this.#divider = this.#cycle + betweenDivisions
    this.#alive += this.#growth(k)
    for (const taken of this.#takes[k]!) this.#uses[taken]!--
    const ready = this.#cycle + latency
    for (const user of this.#takenBy[k]!) {
      this.#unmet[user]!--
      this.#earliest[user] = Math.max(this.#earliest[user]!, ready)
    }
    const value = this.#operations[k]!
    for (const arg of argumentsOf(value)) this.#place(arg)
    this.#place(value)
  }

  #place(value: Value): void {
    if (this.#placed.has(value)) return
    this.#placed.add(value)
    this.#ordered.push(value)
  }
}

const nameOf = (value: Value): string => (value.kind === 'apply' ? value.name : value.kind)
