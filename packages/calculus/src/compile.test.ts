import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abs, array, axis, compile, evaluate, exp, gradient, max, min, normalCdf } from './index.ts'
import { num, select, sin, square, sum, tanh, tensor } from './index.ts'
import type { AnyTensor, Expr, Index } from './index.ts'

const [small, long] = [axis('n', 3), axis('n', 11)]
const x = array('x', [small])
const y = array('y', [long])
const w = array('w', [small, long])
const s = array('s', [], { shared: true })
const leaves = [x, y, w, s] as const
const sizes = [3, 11, 33, 1]
const inputs = leaves.map((l) => l.symbol)

type Scope = { readonly i: Index | undefined; readonly j: Index | undefined }
type Recipe = (scope: Scope) => Expr

/** Random recipes: expressions of whatever indices are in scope. */
const recipe: fc.Arbitrary<Recipe> = fc.letrec<{ r: Recipe }>((tie) => ({
  r: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Recipe[]>(
      ({ i }) => x(i ?? 1),
      ({ j }) => y(j ?? 7),
      ({ i, j }) => w(i ?? 0, j ?? 10),
      () => s,
      () => num(0.5),
    ),
    fc.tuple(fc.constantFrom(tanh, sin, abs, normalCdf, exp, square), tie('r')).map(
      ([f, e]): Recipe =>
        (scope) =>
          f(e(scope)),
    ),
    fc.tuple(fc.constantFrom('plus', 'minus', 'times', 'over', 'below'), tie('r'), tie('r')).map(
      ([op, p, q]): Recipe =>
        (scope) =>
          p(scope)[op](q(scope)),
    ),
    fc.tuple(fc.constantFrom(min, max), tie('r'), tie('r')).map(
      ([f, p, q]): Recipe =>
        (scope) =>
          f(p(scope), q(scope)),
    ),
    fc.tuple(tie('r'), tie('r'), tie('r')).map(
      ([c, p, q]): Recipe =>
        (scope) =>
          select(c(scope).below(0), p(scope), q(scope)),
    ),
    tie('r').map(
      (e): Recipe =>
        (scope) =>
          sum(small, (i) => e({ ...scope, i })),
    ),
    tie('r').map(
      (e): Recipe =>
        (scope) =>
          sum(long, (j) => e({ ...scope, j })),
    ),
  ),
})).r

const values = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => ((k * 7919 + seed * 104729 + 13) % 2003) / 1001.5 - 1)

/** Compiles tensors, runs them over members, and compares every bit with the reference. */
function agree(tensors: readonly AnyTensor[], members: number): void {
  const outputs = tensors.map((tensor, k) => ({ name: `out${k}`, tensor }))
  const given = leaves.map((_, k) =>
    Array.from({ length: members }, (_, m) => values(sizes[k]!, k === 3 ? 5 : 10 * m + k)),
  )
  const blocks = given.map((each, k) => {
    if (k === 3) return each[0]!
    return Float64Array.from(
      { length: sizes[k]! * members },
      (_, e) => each[e % members]![Math.floor(e / members)]!,
    )
  })
  const outs = tensors.map(
    (t) =>
      new Float64Array(
        members *
          (('axes' in t ? t.axes : []) as readonly { size: number }[]).reduce(
            (n, a) => n * a.size,
            1,
          ),
      ),
  )
  compile({ name: 'test', inputs, outputs }).run([...blocks, ...outs], members)
  for (let m = 0; m < members; m++) {
    const named = Object.fromEntries(leaves.map((l, k) => [l.symbol.name, given[k]![m]!]))
    tensors.forEach((tensor, k) => {
      const wanted = evaluate(tensor, named)
      const list = typeof wanted === 'number' ? [wanted] : [...wanted]
      expect(list.map((_, e) => outs[k]![e * members + m])).toEqual(list)
    })
  }
}

test('random expressions: value, gradient and second derivative have the bits of the reference', () => {
  fc.assert(
    fc.property(recipe, (make) => {
      const value = make({ i: undefined, j: undefined })
      const first = gradient(value, leaves)
      const second = gradient(sum(first[0], square).plus(sum(first[1], square)), leaves)
      for (const members of [1, 7]) agree([value, ...first, ...second] as AnyTensor[], members)
    }),
    { numRuns: 60, seed: 20 },
  )
})

test('copies, constants and duplicates are outputs like others', () => {
  const constant = tensor([long, small], () => 2)
  const turned = tensor([long, small], (j, i) => w(i, j))
  agree([x, x, w, s, constant, constant, turned, num(3)], 7)
})
