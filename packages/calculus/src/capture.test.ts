import fc from 'fast-check'
import { expect, test } from 'vitest'
import { array, axis, evaluate, gradient, sin, substitute, sum, tanh, tensor } from './index.ts'
import type { AnyTensor, Expr, Position } from './index.ts'

const a = axis('n', 2)
const x = array('x', [a])
const w = array('w', [a, a])
const leaves = [x, w] as const
const values: Record<string, Float64Array> = {
  x: Float64Array.of(0.31, -0.52),
  w: Float64Array.of(0.21, 0.43, -0.37, 0.11),
}

/** An expression of the indices in scope. */
type Recipe = (scope: readonly Position[]) => Expr

const some = fc.nat(11)
const pick = (scope: readonly Position[], k: number): Position =>
  scope.length > 0 && k % 3 > 0 ? scope[k % scope.length]! : k % 2

/** Sums, gradients at open indices and substitutions, nested at random and all over one axis. */
const recipe = fc.letrec<{ r: Recipe }>((tie) => ({
  r: fc.oneof(
    { depthSize: 'small' },
    some.map(
      (k): Recipe =>
        (s) =>
          x(pick(s, k)),
    ),
    fc.tuple(some, some).map(
      ([k, l]): Recipe =>
        (s) =>
          w(pick(s, k), pick(s, l)),
    ),
    fc.tuple(fc.constantFrom(tanh, sin), tie('r')).map(
      ([f, e]): Recipe =>
        (s) =>
          f(e(s)),
    ),
    fc.tuple(fc.constantFrom('plus', 'minus', 'times'), tie('r'), tie('r')).map(
      ([by, p, q]): Recipe =>
        (s) =>
          p(s)[by](q(s)),
    ),
    tie('r').map(
      (e): Recipe =>
        (s) =>
          sum(a, (i) => e([...s, i])),
    ),
    fc.tuple(tie('r'), some, some).map(
      ([e, k, l]): Recipe =>
        (s) =>
          gradient(e(s), [w])[0](pick(s, k), pick(s, l)),
    ),
    fc.tuple(tie('r'), some).map(
      ([e, k]): Recipe =>
        (s) =>
          gradient(e(s), [x])[0](pick(s, k)),
    ),
    fc.tuple(tie('r'), tie('r')).map(
      ([e, d]): Recipe =>
        (s) =>
          substitute(
            e(s),
            x,
            tensor([a], (i) => d([...s, i])),
          ),
    ),
  ),
})).r

test('nested sums, gradients and substitutions over one axis keep their indices apart', () => {
  fc.assert(
    fc.property(recipe, (make) => {
      const f = make([])
      gradient(f, leaves).forEach((slopes, k) =>
        compare(f, slopes as AnyTensor, leaves[k]!.symbol.name),
      )
    }),
    { numRuns: 400, seed: 5 },
  )
})

/** A gradient against central differences; where two step widths disagree, differences cannot tell. */
function compare(f: Expr, slopes: AnyTensor, name: string): void {
  const start = values[name]!
  const found = evaluate(slopes, values) as Float64Array
  found.forEach((slope, e) => {
    const moved = (h: number): number =>
      evaluate(f, { ...values, [name]: start.with(e, start[e]! + h) })
    const difference = (h: number): number => (moved(h) - moved(-h)) / (2 * h)
    const wanted = difference(1e-5)
    const scale = 1 + Math.abs(wanted)
    if (Math.abs(wanted - difference(2e-5)) > 1e-6 * scale) return
    expect(Math.abs(slope - wanted)).toBeLessThan(1e-5 * scale)
  })
}
