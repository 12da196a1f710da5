import { expect, test } from 'vitest'
import { array, axis, compile, exp, gradient, sum, type Axis, type Expr } from './index.ts'

/** The numbers of the gradient of a double sum, with whatever `before` builds over its axes first. */
function slopes(before: (m: Axis, n: Axis, each: (k: number) => Expr) => unknown): number[] {
  const [m, n] = [axis('m', 3), axis('n', 4)]
  const [a, b] = [array('a', [m]), array('b', [n])]
  const each = (k: number): Expr => a(k).times(b(0))
  const held = before(m, n, each)
  const inner = (i: Parameters<typeof a>[0]): Expr =>
    sum(n, (j) => exp(a(i).times(b(j)).plus(each(0))))
  const y = sum(m, (i) =>
    inner(i)
      .times(inner(i))
      .times(each(0).plus(each(1))),
  )
  const outputs = gradient(y, [a, b]).map((tensor, k) => ({ name: `o${k}`, tensor }))
  const kernel = compile({ name: 'test', inputs: [a.symbol, b.symbol], outputs })
  expect(held).toBeDefined()
  const members = 50
  const arrays = [3, 4, 3, 4].map((cells, k) =>
    Float64Array.from({ length: cells * members }, (_, at) => Math.sin(at * 1.3 + k)),
  )
  kernel.run(arrays, members)
  return [...arrays[2]!, ...arrays[3]!]
}

test('what was built before does not change a program', () => {
  const alone = slopes(() => 0)
  const deep = (m: Axis): Expr => {
    const p = axis('p', 2)
    const c = array('c', [m, p])
    return sum(m, (i) => exp(sum(p, (k) => exp(c(i, k)))))
  }
  expect(slopes(deep)).toEqual(alone)
  expect(slopes((_, __, each) => each(1).plus(each(0)))).toEqual(alone)
})
