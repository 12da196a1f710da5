import { expect, test } from 'vitest'
import { array, axis, compile, exp, gradient, sum, type Axis, type Expr } from './index.ts'

/** The text of a kernel for the gradient of a double sum, with whatever `before` builds over its axes first. */
function text(before: (m: Axis, n: Axis, each: (k: number) => Expr) => unknown): string {
  const [m, n] = [axis('m', 3), axis('n', 4)]
  const [a, b] = [array('a', [m]), array('b', [n])]
  const each = (k: number): Expr => a(k).times(b(k))
  const held = before(m, n, each)
  const inner = (i: Parameters<typeof a>[0]): Expr =>
    sum(n, (j) => exp(a(i).times(b(j)).plus(each(0))))
  const y = sum(m, (i) => inner(i).times(inner(i)).plus(each(1)))
  const outputs = gradient(y, [a, b]).map((tensor, k) => ({ name: `o${k}`, tensor }))
  const kernel = compile({ name: 'test', inputs: [a.symbol, b.symbol], outputs })
  expect(held).toBeDefined()
  return kernel.text
}

test('what was built before does not change a program', () => {
  const alone = text(() => 0)
  const turned = (m: Axis, n: Axis): Expr =>
    sum(n, (j) => sum(m, (i) => sum(n, () => exp(array('c', [m])(i)).plus(array('d', [n])(j)))))
  expect(text(turned)).toBe(alone)
  expect(text((_, __, each) => [each(1).plus(each(0)), each(0).plus(each(1))])).toBe(alone)
})
