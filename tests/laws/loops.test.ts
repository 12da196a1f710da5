import {
  array,
  axis,
  exp,
  gradient,
  javascript,
  square,
  sum,
  symbolOf,
  type AnyTensor,
  type Axis,
  type Expr,
  type Index,
  type Matrix,
  type Program,
} from '@ganglion/calculus'
import { exact } from '@ganglion/kernels'
import { expect, test } from 'vitest'
import { assemble } from '../../packages/kernels/src/assemble.ts'
import { looped } from '../../packages/kernels/src/looped.ts'

const [few, many, space] = [axis('points', 3), axis('history', 13), axis('dimensions', 2)]
const y = array('y', [few, space])
const x = array('x', [few, space])
const q = array('q', [few])
const past = array('past', [many, space])
const c = array('c', [many])
const arrays = [y, x, q, past, c] as const

/** Weighted places. */
interface Cloud {
  readonly over: Axis
  readonly weight: (n: Index) => Expr
  readonly places: Matrix
}

const history: Cloud = { over: many, weight: (n) => c(n), places: past }
const truth: Cloud = { over: few, weight: (n) => q(n), places: x }
const points: Cloud = { over: few, weight: (n) => q(n).neg(), places: y }

/** Sum over all pairs of two clouds: twice over one axis where they stand over the same. */
const product = (a: Cloud, b: Cloud): Expr =>
  sum(a.over, (n) =>
    sum(b.over, (m) =>
      a
        .weight(n)
        .times(b.weight(m))
        .times(exp(sum(space, (k) => square(a.places(n, k).minus(b.places(m, k)))).times(-0.5))),
    ),
  )

const forms: Readonly<Record<string, Expr>> = {
  'a history and the points': product(history, points),
  'the points and themselves': product(points, points),
  'a history, and pairs of points': product(history, points).plus(product(points, points)),
  'all pairs': product(history, history)
    .plus(product(truth, history))
    .plus(product(truth, points))
    .plus(product(points, points)),
}

for (const [name, value] of Object.entries(forms)) {
  test.each([1, 2, 5])(
    `${name}, %i members: loops in kernels have the bits of JavaScript`,
    (members) => {
      const slopes = gradient(value, [y, past]) as readonly AnyTensor[]
      const outputs = [value, ...slopes].map((tensor, k) => ({ name: `${k}`, tensor }))
      const program: Program = { name, inputs: arrays.map(symbolOf), outputs }
      const cells = [6, 6, 3, 26, 13, 1, 6, 26]
      const fill = (k: number): Float64Array =>
        exact.allocate(cells[k]! * members).map((_, i) => Math.sin(3 * i + k))
      const mine = cells.map((_, k) => fill(k))
      const theirs = mine.map((a) => a.slice())
      javascript.compile(program).run(theirs, members)
      for (const limits of [
        { unrolled: 0, body: 20, elementary: 1 },
        { unrolled: 8, body: 60, elementary: 6 },
      ]) {
        const code = looped(program, new Map(), { translate: (flat) => assemble(flat), limits })!
        code.place().run(mine, members)
        mine.forEach((numbers, k) => expect([...numbers]).toEqual([...theirs[k]!]))
      }
    },
  )
}

test('a program that copies very much needs no more local variables than there can be', () => {
  const wide = axis('wide', 60_000)
  const from = array('from', [wide])
  const program: Program = {
    name: 'copy',
    inputs: [from.symbol],
    outputs: [{ name: 'to', tensor: from as unknown as AnyTensor }],
  }
  for (const members of [1, 3]) {
    const given = exact.allocate(60_000 * members).map((_, i) => i)
    const got = exact.allocate(60_000 * members)
    exact.compile(program).run([given, got], members)
    expect(
      Buffer.compare(
        Buffer.from(got.buffer, got.byteOffset, got.byteLength),
        Buffer.from(given.buffer, given.byteOffset, given.byteLength),
      ),
    ).toBe(0)
  }
})
