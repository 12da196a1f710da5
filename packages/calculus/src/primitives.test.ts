import { expect, test } from 'vitest'
import { array, compile, elementAt, evaluate, gradient, type Expr } from './index.ts'
import { apply } from './apply.ts'
import { primitives } from './primitives.ts'

const leaves = [array('x', []), array('y', []), array('z', [])] as const
const point = { x: 0.7, y: 1.3, z: -0.4 }

/** Central difference of an expression by the k-th leaf. */
function difference(f: Expr, name: string): number {
  const h = 1e-5
  const here = point[name as 'x']
  const at = (v: number): number => evaluate(f, { ...point, [name]: v })
  return (at(here + h) - at(here - h)) / (2 * h)
}

test.each([...primitives.values()])('$name: slopes agree with differences, twice', (primitive) => {
  const f = apply(primitive, leaves.slice(0, primitive.arity))
  gradient(f, leaves).forEach((slope, k) => {
    const name = leaves[k]!.symbol.name
    expect(evaluate(slope, point)).toBeCloseTo(difference(f, name), 8)
    for (const [l, second] of gradient(slope, leaves).entries()) {
      expect(evaluate(second, point)).toBeCloseTo(difference(slope, leaves[l]!.symbol.name), 8)
    }
  })
})

const special = [0, -0, 1, -1, 0.3, -700, 800, 1e300, Infinity, -Infinity, NaN]

test.each([...primitives.values()])(
  '$name: JavaScript text gives the reference value',
  (primitive) => {
    const tensor = apply(primitive, leaves.slice(0, primitive.arity))
    const kernel = compile({
      name: primitive.name,
      inputs: leaves.map((l) => l.symbol),
      outputs: [{ name: 'value', tensor: elementAt(tensor, []) }],
    })
    for (const x of special) {
      for (const y of special) {
        const out = new Float64Array(1)
        kernel.run([Float64Array.of(x), Float64Array.of(y), Float64Array.of(2), out], 1)
        expect(out[0]).toBe(primitive.value(x, y, 2))
      }
    }
  },
)

test('kinks and NaN have one documented value', () => {
  const [x, y] = leaves
  const slopes = (name: string, at: number): number[] => {
    const f = apply(primitives.get(name)!, [x, y].slice(0, primitives.get(name)!.arity))
    return gradient(f, [x, y]).map((g) => evaluate(g, { x: at, y: at }))
  }
  expect(slopes('max', 0)).toEqual([1, 0])
  expect(slopes('min', 0)).toEqual([1, 0])
  expect(slopes('abs', 0)).toEqual([1, 0])
  expect(primitives.get('min')!.value(NaN, 1)).toBeNaN()
  expect(primitives.get('max')!.value(1, NaN)).toBeNaN()
  expect(primitives.get('below')!.value(NaN, 1)).toBe(0)
})
