import {
  array,
  axis,
  exp,
  javascript,
  lower,
  square,
  sum,
  symbolOf,
  type Expr,
  type Program,
} from '@ganglion/calculus'
import { expect, test } from 'vitest'
import { exact } from './backend.ts'
import { fuseLoops } from './fuse-loops.ts'
import { rowsOnly } from './rows.ts'

const [many, space] = [axis('history', 520), axis('dimensions', 2)]
const past = array('past', [many, space])
const c = array('c', [many])

/** Sum over all pairs of c_n c_m K, whose squared distances are sums of their own. */
const pairs = sum(many, (n) =>
  sum(many, (m): Expr => {
    const apart = sum(space, (k) => square(past(n, k).minus(past(m, k))))
    return c(n)
      .times(c(m))
      .times(exp(apart.times(-0.5)))
  }),
)
const program = (tensor: Expr): Program => ({
  name: 'pairs',
  inputs: [symbolOf(past), symbolOf(c)],
  outputs: [{ name: 'out', tensor }],
})

test('a sum over all pairs of a long history keeps a row of pairs, and no more', () => {
  const plain = fuseLoops(lower(program(pairs)))
  expect(Math.max(...plain.temporaries)).toBe(520 * 520)
  expect(Math.max(...rowsOnly(plain).temporaries)).toBeLessThan(8 * 520)
})

test('what is read outside of its round, or by another loop, stays whole', () => {
  const plain = fuseLoops(lower(program(pairs)))
  const temporary = plain.temporaries.indexOf(520 * 520)
  const loop = plain.statements.find(
    (s) => s.kind === 'loop' && JSON.stringify(s.body).includes(`"temporary":${temporary},`),
  )!
  const twice = { ...plain, statements: [...plain.statements, loop] }
  expect(rowsOnly(twice).temporaries[temporary]).toBe(520 * 520)
})

test.each([1, 2, 5])('bits are those of the plain back end, %i members', (members) => {
  const numbers = (cells: number) =>
    Float64Array.from({ length: cells * members }, (_, k) => Math.fround(((k * 37) % 101) / 50 - 1))
  const told = [exact, javascript].map((backend) => {
    const place = (from: Float64Array): Float64Array => {
      const to = backend.allocate(from.length)
      to.set(from)
      return to
    }
    const out = backend.allocate(members)
    const kernel = backend.compile(program(pairs))
    kernel.run([place(numbers(1040)), place(numbers(520)), out], members)
    return [...out]
  })
  expect(told[0]).toEqual(told[1])
})
