import { expect, test } from 'vitest'
import { array, axis, evaluate, gradient, norm, select, sin, sqrt } from './index.ts'
import { square, substitute, sum, tangent, tensor } from './index.ts'
import type { AnyTensor, Expr, Vec } from './index.ts'

const a = axis('n', 3)
const twin = axis('n', 3)
const x = array('x', [a])
const y = array('y', [twin])
const w = array('w', [a, a])
const u = array('u', [a, twin])
const leaves = [x, y, w, u] as const

/** Numbers that look random, the same every time. */
const numbers = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => (((k + seed) * 7919 + 13) % 1009) / 504.5 - 1)

const point: Record<string, Float64Array> = {
  x: numbers(3, 1),
  y: numbers(3, 50),
  w: numbers(9, 99),
  u: numbers(9, 400),
}

const flat = (value: number | Float64Array): number[] =>
  typeof value === 'number' ? [value] : [...value]

/** Gradient and tangent against central differences, element by element. */
function check(f: Expr): void {
  gradient(f, leaves).forEach((slopes, k) => {
    const { symbol } = leaves[k]!
    const values = point[symbol.name]!
    const found = flat(evaluate(slopes as AnyTensor, point))
    found.forEach((slope, e) => {
      const moved = (h: number): number =>
        evaluate(f, { ...point, [symbol.name]: values.with(e, values[e]! + h) })
      const difference = (moved(1e-5) - moved(-1e-5)) / 2e-5
      expect(Math.abs(slope - difference)).toBeLessThan(1e-7 * (1 + Math.abs(slope)))
    })
    const along = array('along', symbol.axes) as AnyTensor
    const direction = numbers(found.length, 3)
    const dotted = found.reduce((s, g, e) => s + g * direction[e]!, 0)
    const forward = evaluate(tangent(f, new Map([[symbol, along]])), { ...point, along: direction })
    expect(forward).toBeCloseTo(dotted, 9)
  })
}

/** The sum of squares of all gradients: differentiates them once more. */
function squaresOf(f: Expr): Expr {
  const [gx, gy, gw, gu] = gradient(f, leaves)
  const matrix = (m: typeof gw): Expr => sum(m, (row) => sum(row, square))
  return sum(gx, square).plus(sum(gy, square)).plus(matrix(gw)).plus(matrix(gu))
}

const wave = sum(x, (e, i) => sin(e.times(w(i, i))))
const leaf = array('leaf', [a])
const critic = (v: Vec): Expr => sum(w, (row) => sin(sum(row, (e, j) => e.times(v(j)))))
const [slopeOfLeaf] = gradient(critic(leaf), [leaf])
const slope = (v: Vec): Vec => tensor([a], (i) => substitute(slopeOfLeaf(i), leaf, v))

const cases: Record<string, Expr> = {
  'repeated positions': wave,
  'literal positions': sum(x, (e, j) => sin(e.times(w(1, j))))
    .times(w(2, 2))
    .plus(x(0)),
  'axes of equal size and name': sum(u, (row, i) =>
    sum(row, (e, j) => sin(e.times(y(j))).times(x(i))),
  ),
  'the same axis nested': sum(x, (p, i) =>
    sum(x, (q, j) => sin(p.times(q).plus(w(i, j)).plus(w(j, i)))),
  ),
  'three deep on one axis': sum(a, (i) =>
    sum(a, (j) => sum(a, (k) => w(i, j).times(w(j, k)).times(w(k, i)))),
  ),
  'a body without the index': sum(a, () => sum(x, (e) => sin(e))),
  'a row picked outside': sum(x, (e, i) => e.times(sum(w, (row) => sin(row(i).times(x(i)))))),
  'a gradient family in a sum': sum(x, (e, i) => sin(gradient(wave.times(e), [w])[0](i, i))),
  'an outer index on the axis of a bound one': sum(x, (e, i) =>
    square(gradient(sin(e).times(sum(x, (q, j) => sin(q.times(w(i, j))))), [x])[0](i)),
  ),
  'a gradient penalty': sum(w, (row) => square(norm(slope(row)).minus(1))),
}

test.each(Object.entries(cases))('%s: first and second order', (_, f) => {
  check(f)
  check(squaresOf(f))
})

test('an untaken branch reaches no derivative, of any order', () => {
  const guarded = (e: Expr): Expr => select(e.below(5), sin(e), sqrt(e.minus(5)))
  const f = sum(x, guarded).plus(select(x(0).below(5), x(0), x(0).over(x(1).minus(x(1)))))
  for (const one of [f, squaresOf(f), squaresOf(squaresOf(f))]) {
    for (const g of gradient(one, leaves)) {
      expect(flat(evaluate(g as AnyTensor, point)).every(Number.isFinite)).toBe(true)
    }
  }
})

test('a guard survives being summed', () => {
  const scalar = array('s', [])
  const f = sum(x, (e) => select(e.below(-9), e.times(sqrt(scalar)), 0))
  expect(evaluate(gradient(f, [scalar])[0], { ...point, s: -1 })).toBe(0)
})

test('the norm has gradient 0 at 0', () => {
  expect([...evaluate(gradient(norm(x), [x])[0], { x: [0, 0, 0] })]).toEqual([0, 0, 0])
})

test('a chain of thousands of nodes does not overflow the stack', () => {
  let f: Expr = x(0)
  for (let k = 0; k < 4000; k++) f = sin(f).plus(x(1))
  expect(Number.isFinite(evaluate(gradient(f, [x])[0](1), point))).toBe(true)
})
