import { array, axis, num, square, type Expr } from '@ganglion/calculus'
import { authored, PlanError, playerSymbols, settledWords } from '@ganglion/core'
import { cos, cursor, exp, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { heightOf } from './draw-features.ts'
import features from './features.ts'

type Told = Readonly<Record<string, string>>

/** Features of a member, drawn with some words. */
function drawnWith(told: Told, sizes: { features: number; dimensions: number }, member = 0) {
  const words = { ...settledWords(features.options), ...told }
  return features.initial(cursor(stream(11, 'features'), member), sizes, words)
}

/** The inner product of the features of two points, widths in units of sigma = 1. */
function product(told: Told, x: readonly number[], y: readonly number[], count: number): number {
  const { frequency, phase } = drawnWith(told, { features: count, dimensions: x.length })
  const wave = (at: readonly number[], m: number): number =>
    cos(at.reduce((dot, c, k) => dot + c * frequency![m * x.length + k]!, phase![m]!))
  const height = heightOf(count, (told['widths'] ?? 'one') as 'one')
  let sum = 0
  for (let m = 0; m < count; m++) sum += height * height * wave(x, m) * wave(y, m)
  return sum
}

const [x, y] = [
  [0.3, -0.2, 0.9],
  [-0.4, 0.5, 0.6],
]
const u = Math.hypot(0.7, 0.7, 0.3)
const rbf = (width: number): number => exp((u * u) / (-2 * width * width))

test.each([
  ['rbf', {}, rbf(1)],
  ['laplacian', { kernel: 'laplacian' }, exp(-u)],
  ['rational-quadratic', { kernel: 'rational-quadratic' }, 1 / (1 + (u * u) / 2)],
  ['rbf, decades', { widths: 'decades' }, rbf(0.1) + rbf(1) + rbf(10)],
])('the features multiply to their kernel: %s', (_, told, wanted) => {
  const count = 40_000
  // A term deviates by at most 2 S: five standard errors.
  const most = ('widths' in told ? 3 : 1) * 5 * Math.sqrt(1 / count)
  expect(Math.abs(product(told, x!, y!, count) - wanted)).toBeLessThan(most)
})

test('in ten dimensions too', () => {
  const at = (value: number): number[] => Array.from({ length: 10 }, () => value)
  expect(product({}, at(0.2), at(-0.1), 40_000)).toBeCloseTo(exp(-0.45), 1)
})

test('theta begins at 0, or is drawn after all else', () => {
  const sizes = { features: 6, dimensions: 2 }
  const [zero, normal] = [drawnWith({}, sizes), drawnWith({ start: 'normal' }, sizes)]
  expect(zero['theta']).toEqual([0, 0, 0, 0, 0, 0])
  expect(normal['theta']!.every((t) => t !== 0)).toBe(true)
  expect({ ...normal, theta: zero['theta'] }).toEqual(zero)
  expect(zero['phase']!.every((b) => b > 0 && b < 2 * Math.PI)).toBe(true)
})

test('members have features of their own', () => {
  const sizes = { features: 3, dimensions: 2 }
  expect(drawnWith({}, sizes, 1)).toEqual(drawnWith({}, sizes, 1))
  expect(drawnWith({}, sizes, 1)).not.toEqual(drawnWith({}, sizes, 2))
})

test('a mixture is judged on the line, by affine functions only', () => {
  const components = axis('components', 2)
  const law = {
    kind: 'mixture',
    weights: array('weights', [components]),
    means: array('means', [components]),
    deviation: num(1),
  } as const
  const judged = (dimensions: number, f: (d: Expr) => Expr) => {
    const sizes = { features: 3, dimensions }
    const { state, settings } = playerSymbols({ plugin: features, sizes, options: {} })
    return () => features.expectation!.mixture!(law, f, authored(state), settings)
  }
  expect(judged(1, (d) => d)).not.toThrow()
  expect(judged(2, (d) => d)).toThrow('set discriminator.dimensions to 1')
  expect(judged(1, square)).toThrow(PlanError)
})

test('the best answer is the difference of the features over lambda; without a ridge there is none', () => {
  const point = (at: number) => ({ kind: 'points', positions: [[at, 0]], masses: [1] }) as const
  const state = { theta: [0], frequency: [2, 0], phase: [0.5] }
  const settings = { features: 1, dimensions: 2, widths: 'one', sigma: 2, lambda: 0.1 }
  const { theta } = features.best!(point(1), point(0.25), state, settings)
  expect(theta![0]).toBeCloseTo((Math.SQRT2 * (cos(1.5) - cos(0.75))) / 0.1, 12)
  expect(() => features.best!(point(1), point(0), state, { ...settings, lambda: 0 })).toThrow(
    'expected lambda above 0, got 0',
  )
})
