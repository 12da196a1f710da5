import { expect, test } from 'vitest'
import { cursor, stream } from './stream.ts'
import { threefry2x32 } from './threefry.ts'

test.each([
  [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
  [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
  [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
])('Threefry2x32-20 gives the known answers of Random123 (%#)', (k0, k1, c0, c1, a, b) => {
  expect(threefry2x32(k0, k1, c0, c1)).toEqual([a, b])
})

test('uniform numbers are uniform, in the open interval, and the same in any order', () => {
  const source = stream(7, 'generator.initial')
  const forward = Array.from({ length: 20000 }, (_, k) =>
    source.uniform(k % 100, Math.floor(k / 100)),
  )
  const again = Array.from({ length: 20000 }, (_, k) =>
    source.uniform((19999 - k) % 100, Math.floor((19999 - k) / 100)),
  )
  expect(again.reverse()).toEqual(forward)
  expect(forward.every((u) => u > 0 && u < 1)).toBe(true)
  // Odd multiples of 2^-53: exact, so neither 0 nor 1 can come of rounding.
  expect(forward.every((u) => (u * 2 ** 53) % 2 === 1)).toBe(true)
  const bins = Array.from({ length: 10 }, () => 0)
  for (const u of forward) bins[Math.floor(u * 10)]!++
  const chiSquare = bins.reduce((total, n) => total + ((n - 2000) * (n - 2000)) / 2000, 0)
  expect(chiSquare).toBeLessThan(27.9)
})

test('normal numbers have mean 0 and variance 1', () => {
  const source = stream(11, 'noise')
  const draws = Array.from({ length: 20000 }, (_, k) => source.normal(0, k))
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length
  const variance = draws.reduce((a, b) => a + b * b, 0) / draws.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(variance - 1)).toBeLessThan(0.05)
})

test('seeds, names, members and draws above 32 bits all count', () => {
  const base = stream(1, 'a').uniform(0, 0)
  const others = [
    stream(2, 'a').uniform(0, 0),
    stream(1, 'b').uniform(0, 0),
    stream(1, 'a').uniform(1, 0),
    stream(1, 'a').uniform(0, 2 ** 33),
    stream(1 + 2 ** 40, 'a').uniform(0, 0),
  ]
  expect(new Set([base, ...others]).size).toBe(6)
})

test('neighbouring seeds, names, members and draws are not correlated', () => {
  const source = stream(9, 'x')
  const series: ((k: number) => number)[] = [
    (k) => source.uniform(k, 0),
    (k) => source.uniform(k, 1),
    (k) => source.uniform(k + 1, 0),
    (k) => source.uniform(0, k),
    (k) => stream(10, 'x').uniform(k, 0),
    (k) => stream(9, 'y').uniform(k, 0),
    (k) => stream(9, 'xy').uniform(k, 0),
  ]
  const n = 4000
  const drawn = series.map((f) => Array.from({ length: n }, (_, k) => f(k) - 0.5))
  for (let i = 0; i < drawn.length; i++) {
    for (let j = 0; j < i; j++) {
      const sum = drawn[i]!.reduce((total, u, k) => total + u * drawn[j]![k]!, 0)
      // Four standard deviations of the correlation.
      expect(Math.abs((12 * sum) / n)).toBeLessThan(4 / Math.sqrt(n))
    }
  }
})

test('a cursor counts its draws', () => {
  const source = stream(3, 'x')
  const random = cursor(source, 5)
  expect([random.uniform(), random.uniform(-2, 2), random.normal()]).toEqual([
    source.uniform(5, 0),
    -2 + 4 * source.uniform(5, 1),
    source.normal(5, 2),
  ])
})

test('a bad seed is refused', () => {
  expect(() => stream(-1, 'x')).toThrow(/seed/)
  expect(() => stream(0.5, 'x')).toThrow(RangeError)
})
