import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { eigenvalues, modulus } from './eigenvalues.ts'
import { blocksOf } from './irreducible.ts'
import { spectrumOf } from './spectrum.ts'

const square = (size: number, cell: (i: number, j: number) => number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => cell(i, j)))

const product = (a: number[][], b: number[][]): number[][] =>
  square(a.length, (i, j) => a[i]!.reduce((sum, x, k) => sum + x * b[k]![j]!, 0))

/** S D S^-1 with S = 1 + u v^T, whose inverse is 1 - u v^T / (1 + v^T u). */
function similar(diagonal: number[][], seed: number): number[][] {
  const draws = cursor(stream(seed, 'similar'), 0)
  const [u, v] = [0, 1].map(() => diagonal.map(() => draws.uniform(-1, 1) / 8)) as [
    number[],
    number[],
  ]
  const dot = u.reduce((sum, x, k) => sum + x * v[k]!, 0)
  const one = (i: number, j: number): number => (i === j ? 1 : 0)
  const into = square(u.length, (i, j) => one(i, j) + u[i]! * v[j]!)
  const back = square(u.length, (i, j) => one(i, j) - (u[i]! * v[j]!) / (1 + dot))
  return product(product(into, diagonal), back)
}

test('a hundred eigenvalues, real ones and pairs, are found to 1e-12', () => {
  const angle = (k: number): number => 0.3 + 0.012 * k
  // Pairs a +- b i in the first fifty places, real ones in the others.
  const planted = square(100, (i, j) => {
    const k = i >> 1
    if (i >= 50) return i === j ? -1 + i / 50 : 0
    if (k !== j >> 1) return 0
    if (i === j) return 0.5 + angle(k) / 4
    return i < j ? angle(k) : -angle(k)
  })
  const found = eigenvalues(similar(planted, 3))
  const expected = [
    ...Array.from({ length: 50 }, (_, k) => ({ re: (k + 50) / 50 - 1, im: 0 })),
    ...Array.from({ length: 25 }, (_, k) => ({ re: 0.5 + angle(k) / 4, im: angle(k) })),
  ]
  expect(found).toHaveLength(100)
  for (const { re, im } of expected) {
    const nearest = Math.min(...found.map((z) => modulus({ re: z.re - re, im: z.im - im })))
    expect(nearest).toBeLessThan(1e-12)
  }
})

test('the same matrix has the same eigenvalues, to the last bit', () => {
  const draws = cursor(stream(4, 'same'), 0)
  const matrix = square(30, () => draws.uniform(-1, 1))
  expect(eigenvalues(matrix)).toEqual(eigenvalues(matrix.map((row) => [...row])))
})

test('a memory that forgets has zeros, not roots of rounding', () => {
  const shift = square(9, (i, j) => (j === i + 1 ? 1 : 0))
  for (const { re, im } of eigenvalues(shift)) expect([re, im]).toEqual([0, 0])
})

test('irreducible blocks are those that hear one another', () => {
  const cycle = [
    [0, 1, 0, 5],
    [0, 0, 1, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 2],
  ]
  expect(blocksOf(cycle)).toEqual([[3], [0, 1, 2]])
  expect(eigenvalues(cycle)[0]).toMatchObject({ re: 2, im: 0 })
})

test.each([
  [
    'stable',
    [
      [0.9, 0.1],
      [-0.1, 0.9],
    ],
  ],
  [
    'unstable',
    [
      [1, 0.1],
      [-0.1, 1],
    ],
  ],
  [
    'rotating',
    [
      [0, 1],
      [-1, 0],
    ],
  ],
  [
    'critical',
    [
      [1, 1],
      [0, 1],
    ],
  ],
  [
    'critical',
    [
      [-1, 0],
      [0, 0.5],
    ],
  ],
] as const)('%s: %j', (verdict, matrix) => {
  expect(spectrumOf(matrix).verdict).toBe(verdict)
})

test('what stands still is counted beside what moves', () => {
  const found = spectrumOf([
    [1, 0, 0],
    [0, 0.5, 0.2],
    [0, 0.1, 0.4],
  ])
  expect(found).toMatchObject({ neutral: 1, verdict: 'critical' })
  expect(found.movingRadius).toBeLessThan(0.7)
})

test('a decay of 1e-9 a step is told from none, and a defective pair is doubted', () => {
  expect(
    spectrumOf([
      [1 - 1e-9, 1e-3],
      [-1e-12, 1 - 1e-9],
    ]).verdict,
  ).not.toBe('unstable')
  expect(
    spectrumOf([
      [1 - 1e-9, 0.1],
      [0, 0.5],
    ]).verdict,
  ).toBe('stable')
  const jordan = spectrumOf([
    [1.1, 0.1],
    [-0.1, 0.9],
  ])
  expect(jordan.uncertainty).toBeGreaterThan(1e-9)
  expect(jordan.verdict).toBe('critical')
})

test('numbers that are not finite are refused where they stand', () => {
  expect(() =>
    eigenvalues([
      [1, NaN],
      [0, 1],
    ]),
  ).toThrow('NaN in row 0, column 1')
  expect(() => spectrumOf([])).toThrow(RangeError)
})
