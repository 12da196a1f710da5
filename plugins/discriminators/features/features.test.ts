import { array, axis, num, square, type Expr } from '@ganglion/calculus'
import { authored, PlanError, playerSymbols, settledWords } from '@ganglion/core'
import { cos, cursor, exp, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { heightOf, kernels, type DrawWords } from './draw-features.ts'
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
  const words = { ...settledWords(features.options), ...told } as unknown as DrawWords
  const height = heightOf(count, words)
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
const laplacian = (width: number): number => exp(-u / width)
const rational = (width: number): number => 1 / (1 + (u * u) / (2 * width * width))

test.each([
  ['rbf', {}, [rbf(1)]],
  ['laplacian', { kernel: 'laplacian' }, [laplacian(1)]],
  ['rational-quadratic', { kernel: 'rational-quadratic' }, [rational(1)]],
  ['rbf, decades', { widths: 'decades' }, [rbf(0.1), rbf(1), rbf(10)]],
  ['rbf, octaves', { widths: 'octaves' }, [rbf(0.5), rbf(1), rbf(2)]],
  [
    'rbf, half-decades',
    { widths: 'half-decades' },
    [0.1, 0.316227766016838, 1, 3.16227766016838, 10].map(rbf),
  ],
  ['rbf + laplacian', { kernel: 'rbf+laplacian' }, [rbf(1), laplacian(1)]],
  [
    'all three, octaves',
    { kernel: 'rbf+laplacian+rational-quadratic', widths: 'octaves' },
    [rbf, laplacian, rational].flatMap((profile) => [0.5, 1, 2].map(profile)),
  ],
] as const)('the features multiply to the sum of their kernels: %s', (_, told, parts) => {
  const count = 40_000
  const wanted = parts.reduce((a, b) => a + b)
  // A term deviates by at most 2 S: five standard errors.
  const most = parts.length * 5 * Math.sqrt(1 / count)
  expect(Math.abs(product(told, x!, y!, count) - wanted)).toBeLessThan(most)
})

test('every sum of two or more kernels is a word, after the kernels', () => {
  expect(kernels.slice(0, 4)).toEqual(['rbf', 'laplacian', 'rational-quadratic', 'rbf+laplacian'])
  expect(kernels).toHaveLength(7)
})

test('what words drew before there were sums of kernels they draw still', () => {
  const sizes = { features: 3, dimensions: 1 }
  const frequencies = (told: Told) => drawnWith(told, sizes)['frequency']
  expect(frequencies({ widths: 'decades' })).toEqual([
    0.0923449040205531, -0.03898824596784069, 1.3759562070253293,
  ])
  expect(frequencies({ kernel: 'laplacian' })).toEqual([
    0.3692477885712277, 352.91564749034404, 0.30221792895692967,
  ])
  expect(frequencies({ kernel: 'rational-quadratic', widths: 'decades' })).toEqual([
    -0.00017255413868634293, 1.8732477824876723, 0.3319420947753093,
  ])
})

test('features take turns among the summands, of which the first is drawn', () => {
  const sizes = { features: 7, dimensions: 1 }
  const spread = (told: Told, member: number) => drawnWith(told, sizes, member)['frequency']!
  // The RBF draws one normal a frequency: the widths divide the same numbers.
  const [decades, octaves] = [spread({ widths: 'decades' }, 3), spread({ widths: 'octaves' }, 3)]
  const ratios = decades.map((w, m) => w / octaves[m]!)
  ratios.forEach((ratio, m) => expect(ratio).toBeCloseTo(ratios[m % 3]!, 10))
  expect(
    ratios
      .slice(0, 3)
      .sort((a, b) => a - b)
      .map((r) => Math.round(r * 10)),
  ).toEqual([2, 10, 50])
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
  const words = { kernel: 'rbf', widths: 'one' }
  const settings = { ...words, features: 1, dimensions: 2, sigma: 2, lambda: 0.1 }
  const { theta } = features.best!(point(1), point(0.25), state, settings)
  expect(theta![0]).toBeCloseTo((Math.SQRT2 * (cos(1.5) - cos(0.75))) / 0.1, 12)
  // The height is that of a sum of six kernels.
  const sum = { kernel: 'rbf+laplacian', widths: 'octaves' }
  const higher = features.best!(point(1), point(0.25), state, { ...settings, ...sum })
  expect(higher['theta']![0]).toBeCloseTo(Math.sqrt(6) * theta![0]!, 12)
  expect(() => features.best!(point(1), point(0), state, { ...settings, lambda: 0 })).toThrow(
    'expected lambda above 0, got 0',
  )
})
