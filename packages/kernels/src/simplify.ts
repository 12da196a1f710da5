import type { OperationName } from './operation.ts'
import type { Value } from './value.ts'

/** Where the cheaper forms are written. */
interface Line {
  constant(value: number): Value
  apply(name: OperationName, ...args: readonly Value[]): Value
}

type Rule = (line: Line, args: readonly Value[]) => Value | undefined

const fold: Readonly<Partial<Record<OperationName, (x: number, y: number) => number>>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  neg: (x) => -x,
  abs: (x) => Math.abs(x),
}

/** Cheaper forms of an operation with the same bits; undefined where there is none. */
export function simplify(
  line: Line,
  name: OperationName,
  args: readonly Value[],
): Value | undefined {
  const folded = fold[name]
  if (folded && args.every((a) => a.kind === 'constant'))
    return line.constant(folded(constant(args[0]!)!, constant(args[1] ?? args[0]!)!))
  return rules[name]?.(line, args)
}

const rules: Readonly<Partial<Record<OperationName, Rule>>> = {
  mul: (_, [x, y]) => (constant(x!) === 1 ? y : constant(y!) === 1 ? x : undefined),
  div(line, [x, y]) {
    const by = constant(y!)
    if (by === 1) return x
    return by !== undefined && isPowerOfTwo(by)
      ? line.apply('mul', x!, line.constant(1 / by))
      : undefined
  },
  // -x - x, as the derivative of a square says it.
  sub: (line, [x, y]) =>
    x!.kind === 'apply' && x!.name === 'neg' && x!.args[0] === y
      ? line.apply('mul', y!, line.constant(-2))
      : undefined,
  // A mask keeps all bits of a lane or none: with nothing on one side it is a mere `and`.
  bitselect(line, [x, y, mask]) {
    if (isZero(y!)) return line.apply('and', x!, mask!)
    return isZero(x!) ? line.apply('andnot', y!, mask!) : undefined
  },
}

const constant = (value: Value): number | undefined =>
  value.kind === 'constant' ? value.value : undefined

const isZero = (value: Value): boolean => Object.is(constant(value), 0)

/** Dividing by such a number is multiplying by its reciprocal, which is exact: 2^-32 to 2^32. */
function isPowerOfTwo(x: number): boolean {
  for (let power = 1 / 4294967296; power <= 4294967296; power *= 2) if (power === x) return true
  return false
}
