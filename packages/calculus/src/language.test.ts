import { expect, test } from 'vitest'
import {
  array,
  axis,
  compile,
  constantValue,
  countContractions,
  countNodes,
  dense,
} from './index.ts'
import { dependsOn, evaluate, ExpressionError, gradient, map, max, num } from './index.ts'
import { print, select, softplus, square, sqrt, substitute, sum, tensor } from './index.ts'
import type { Expr, Index, Matrix, Vec } from './index.ts'

const features = axis('features', 4)
const intervals = axis('intervals', 4)
const one = axis('one', 1)
const left = array('left', [intervals])
const w = array('w', [intervals, features])

const failure = (f: () => unknown): ExpressionError => {
  try {
    f()
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('equal sums are one node, whatever their indices were called', () => {
  const nested = (): Expr => sum(intervals, (i) => sum(features, (j) => w(i, j).times(left(i))))
  expect(nested()).toBe(nested())
  expect(left(0).plus(left(1))).toBe(left(1).plus(left(0)))
  expect(sum(left, square)).toBe(sum(intervals, (i) => square(left(i))))
})

test('sums of constants, of one element, and without their index', () => {
  const single = array('single', [one])
  expect(constantValue(sum(left, () => 2))).toBe(8)
  expect(sum(single, square)).toBe(square(single(0)))
  expect(print(sum(left, () => left(2)))).toBe('(4 * left(2))')
})

test('simplification at birth', () => {
  const x = left(0)
  expect(x.plus(0)).toBe(x)
  expect(x.times(1)).toBe(x)
  expect(constantValue(x.times(0))).toBe(0)
  expect(num(0).minus(x)).toBe(x.neg())
  expect(x.neg().neg()).toBe(x)
  expect(x.over(1)).toBe(x)
  expect(select(1, x, sqrt(x))).toBe(x)
  expect(select(x, left(1), left(1))).toBe(left(1))
})

test('substitution does not capture', () => {
  const leaf = array('leaf', [features])
  const inner = sum(leaf, (e, j) => e.times(left(1)).times(array('v', [features])(j)))
  const outer = sum(features, (j) =>
    substitute(
      inner,
      leaf,
      tensor([features], (k) => w(0, k).times(w(1, j))),
    ),
  )
  expect(dependsOn(outer, leaf.symbol)).toBe(false)
  const values = { left: [1, 2, 3, 4], w: Array.from({ length: 16 }, (_, k) => k), v: [1, 1, 1, 1] }
  expect(evaluate(outer, values)).toBe(2 * (0 + 1 + 2 + 3) * (4 + 5 + 6 + 7))
})

test('mistakes name the axes and the line of the author', () => {
  const wrong = failure(() => sum(features, (j) => left(j)))
  expect(wrong.message).toMatch(/left is indexed by intervals, not features/)
  expect(wrong.line).toMatch(/language\.test\.ts:\d+$/)
  expect(failure(() => left(4)).message).toMatch(
    /left has no element 4: intervals counts from 0 to 3/,
  )
  const many = left as unknown as (...at: number[]) => Expr
  expect(failure(() => many(1, 2)).message).toMatch(/left has 1 axes \(intervals\), not 2/)
  expect(failure(() => left(0).times(Infinity)).message).toMatch(/large finite number/)
})

test('an index outside its sum is refused', () => {
  let stray: Index | undefined
  sum(intervals, (i) => ((stray = i), 1))
  const loose = square(left(stray!))
  expect(failure(() => evaluate(loose, {})).message).toMatch(
    /intervals'\d+ is used outside its sum/,
  )
  const outputs = [{ name: 'loose', tensor: loose }]
  const refused = failure(() => compile({ name: 'p', inputs: [left.symbol], outputs }))
  expect(refused.line).toMatch(/language\.test\.ts:\d+$/)
})

test('a three-layer critic on two batches derives to what a person would write', () => {
  const [inputs, hidden, batch] = [axis('inputs', 2), axis('hidden', 5), axis('batch', 7)]
  const [w1, b1] = [array('w1', [hidden, inputs]), array('b1', [hidden])]
  const [w2, b2] = [array('w2', [hidden, hidden]), array('b2', [hidden])]
  const [w3, b3] = [array('w3', [one, hidden]), array('b3', [one])]
  const [real, fake] = [array('real', [batch, inputs]), array('fake', [batch, inputs])]
  const leaky = (e: Expr): Expr => max(e, e.times(0.3))
  const second = (x: Vec): Vec => map(leaky, dense(w2, b2, map(leaky, dense(w1, b1, x))))
  const critic = (x: Vec): Expr => dense(w3, b3, second(x))(0)
  const payoff = sum(real, (x) => softplus(critic(x))).minus(sum(fake, (x) => softplus(critic(x))))
  const leaves = [w1, b1, w2, b2, w3, b3, real, fake] as const
  const total = gradient(payoff, leaves).map((g) => sumOf(g))
  expect(countNodes([payoff, ...total])).toBeLessThan(200)
  expect(countContractions([payoff, ...total])).toBeLessThanOrEqual(17)
})

function sumOf(g: Vec | Matrix): Expr {
  return g.axes.length === 1 ? sum(g as Vec) : sum(g as Matrix, (row) => sum(row))
}
