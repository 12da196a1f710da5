import type { OperationName } from './operation.ts'
import { simplify } from './simplify.ts'
import type { Value } from './value.ts'

type Shape<T = Value> = T extends unknown ? Omit<T, 'id'> : never

/** Straight-line code in the order in which it was written; a value that exists already is not computed again. */
export class StraightLine {
  readonly values: Value[] = []
  readonly #known = new Map<string, Value>()

  constant(value: number): Value {
    const key = Object.is(value, -0) ? 'c-0' : `c${value}`
    return this.#make(key, { kind: 'constant', value })
  }

  load(array: number, cell: number): Value {
    return this.#make(`l${array}.${cell}`, { kind: 'load', array, cell })
  }

  apply(name: OperationName, ...args: readonly Value[]): Value {
    const simpler = simplify(this, name, args)
    if (simpler) return simpler
    return this.#make(`${name} ${args.map((a) => a.id).join()}`, { kind: 'apply', name, args })
  }

  shift(arg: Value, by: number): Value {
    return this.#make(`s${by} ${arg.id}`, { kind: 'shift', by, arg })
  }

  spread(arg: Value, lane: 0 | 1): Value {
    return this.#make(`p${lane} ${arg.id}`, { kind: 'spread', lane, arg })
  }

  call(name: string, arg: Value): Value {
    return this.#make(`${name}() ${arg.id}`, { kind: 'call', name, arg })
  }

  #make(key: string, shape: Shape): Value {
    const known = this.#known.get(key)
    if (known) return known
    const made = { id: this.values.length, ...shape } as Value
    this.values.push(made)
    this.#known.set(key, made)
    return made
  }
}
