import type { OperationName } from './operation.ts'
import type { StraightLine } from './straight-line.ts'
import type { Value } from './value.ts'

/** Several independent values that advance side by side: the processor overlaps their chains. */
export type Chains = readonly Value[]

/** Arithmetic on chains; a number stands for itself in every chain. */
export class Lanes {
  readonly #line: StraightLine

  constructor(line: StraightLine) {
    this.#line = line
  }

  /** Applies an operation chain by chain. */
  apply(name: OperationName, ...args: readonly (Chains | number)[]): Chains {
    const count = args.find((a) => typeof a !== 'number')?.length ?? 1
    const of = (arg: Chains | number, k: number): Value =>
      typeof arg === 'number' ? this.#line.constant(arg) : arg[k]!
    return Array.from({ length: count }, (_, k) =>
      this.#line.apply(name, ...args.map((a) => of(a, k))),
    )
  }

  add(a: Chains | number, b: Chains | number): Chains {
    return this.apply('add', a, b)
  }

  sub(a: Chains | number, b: Chains | number): Chains {
    return this.apply('sub', a, b)
  }

  mul(a: Chains | number, b: Chains | number): Chains {
    return this.apply('mul', a, b)
  }

  div(a: Chains | number, b: Chains | number): Chains {
    return this.apply('div', a, b)
  }

  abs(a: Chains): Chains {
    return this.apply('abs', a)
  }

  /** x where the mask is set, else y. */
  select(mask: Chains, x: Chains | number, y: Chains | number): Chains {
    return this.apply('bitselect', x, y, mask)
  }

  /** factor * 2^k from the bits of k + 3 * 2^51, where both are normal: the exponents add. */
  scaled(factor: number, bits: Chains): Chains {
    return this.apply('integerAdd', factor, this.shifted(bits, 52))
  }

  /** 64-bit integers shifted left, or right by a negative number, with the sign. */
  shifted(a: Chains, by: number): Chains {
    return a.map((one) => this.#line.shift(one, by))
  }

  /** c0 + x (c1 + x (c2 + ...)), in this order. */
  horner(x: Chains, coefficients: readonly number[]): Chains {
    const [last, ...rest] = coefficients.toReversed()
    let sum: Chains | number = last!
    for (const c of rest) sum = this.add(c, sum === 1 ? x : this.mul(x, sum))
    return sum as Chains
  }
}
