import type { Assembled } from './assemble.ts'
import { StraightLine } from './straight-line.ts'
import { argumentsOf, type Value } from './value.ts'

/**
 * The same code with products and sums in one operation where the machine has it: fewer operations and roundings, other
 * bits. A product that is needed for itself too stays, for it would be computed twice.
 */
export function fuse({ line, outputs }: Assembled): Assembled {
  const uses = countUses(line.values, outputs)
  const fused = new StraightLine()
  const copies = new Map<Value, Value>()
  const copy = (value: Value): Value => copies.get(value)!
  const isProduct = (value: Value): value is Value & { kind: 'apply' } =>
    value.kind === 'apply' && value.name === 'mul' && uses.get(value) === 1

  for (const value of line.values) copies.set(value, made(value))
  return { line: fused, outputs: outputs.map((o) => ({ ...o, value: copy(o.value) })) }

  function made(value: Value): Value {
    switch (value.kind) {
      case 'constant':
        return fused.constant(value.value)
      case 'load':
        return fused.load(value.array, value.cell)
      case 'shift':
        return fused.shift(copy(value.arg), value.by)
      case 'spread':
        return fused.spread(copy(value.arg), value.lane)
      case 'call':
        return fused.call(value.name, copy(value.arg))
      case 'apply':
        return joined(value) ?? fused.apply(value.name, ...value.args.map(copy))
    }
  }

  function joined({ name, args }: Value & { kind: 'apply' }): Value | undefined {
    if (name !== 'add' && name !== 'sub') return undefined
    const [x, y] = args as readonly [Value, Value]
    const together = (
      as: 'madd' | 'nmadd',
      product: Value & { kind: 'apply' },
      other: Value,
    ): Value => fused.apply(as, ...product.args.map(copy), copy(other))
    if (name === 'sub') return isProduct(y) ? together('nmadd', y, x) : undefined
    if (isProduct(x)) return together('madd', x, y)
    return isProduct(y) ? together('madd', y, x) : undefined
  }
}

function countUses(values: readonly Value[], outputs: Assembled['outputs']): Map<Value, number> {
  const uses = new Map<Value, number>()
  const use = (value: Value): void => void uses.set(value, (uses.get(value) ?? 0) + 1)
  for (const value of values) argumentsOf(value).forEach(use)
  for (const { value } of outputs) use(value)
  return uses
}
