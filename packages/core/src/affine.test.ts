import { evaluate, log, max, num, square, type Expr } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import { affine } from './affine.ts'

test.each<[string, (d: Expr) => Expr]>([
  ['t', (d) => d],
  ['1 - t', (d) => num(1).minus(d)],
  ['3 t / 2 - 7', (d) => d.times(3).over(2).minus(7)],
  ['a constant', () => num(2)],
])('%s passes as it is', (_, f) => {
  expect(evaluate(affine(f)(num(0.3)), {})).toBe(evaluate(f(num(0.3)), {}))
})

test.each<[string, (d: Expr) => Expr]>([
  ['t^2', square],
  ['log t', log],
  ['max(t, 20)', (d) => max(d, num(20))],
  ['[t > 0.5]', (d) => num(0.5).below(d)],
])('%s is refused', (_, f) => {
  expect(() => affine(f)).toThrow(/for affine f only.*mean-difference/)
})
