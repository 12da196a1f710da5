import { expect, test } from 'vitest'
import { eigenvalueFrame, excessOf, sideOf } from './eigenvalue-frame.ts'

const at = (re: number, im = 0, doubt = 1e-15) => ({ re, im, doubt })
const within = (value: number, { low, high }: { low: number; high: number }) =>
  value >= low && value <= high

test('the distance from the circle keeps its digits where eigenvalues are near 1', () => {
  // |1 - e^2 / 2 + i e| is 1 + e^4 / 8: plain subtraction gives 0.
  const e = 2 ** -12
  expect(excessOf(at(1 - (e * e) / 2, e)) / (e ** 4 / 8)).toBeCloseTo(1, 5)
  expect(excessOf(at(0.6, 0.8))).toBeCloseTo(0, 15)
  expect(excessOf(at(-2))).toBeCloseTo(1, 15)
})

test('sides allow for the doubt', () => {
  expect(sideOf(at(1.000001))).toBe('outside')
  expect(sideOf(at(1.000001, 0, 1e-5))).toBe('on')
  expect(sideOf(at(0.999999))).toBe('inside')
  expect(sideOf(at(1, 0, 0))).toBe('on')
  expect(sideOf(at(-1, 0, 0))).toBe('on')
})

test('slow steps are seen near 1, whatever their scale, and all of them are in the frame', () => {
  for (const scale of [1e-1, 1e-3, 1e-6, 1e-9, 1e-13]) {
    const eigenvalues = [at(1 - scale, scale / 3), at(1 - scale, -scale / 3), at(1 + scale / 7)]
    const { from, x, y, elsewhere } = eigenvalueFrame({ eigenvalues }, false, 60, 20)
    expect(from).toBe(1)
    expect(elsewhere).toBe(0)
    for (const { re, im } of eigenvalues) {
      expect(within(re - 1, x)).toBe(true)
      expect(within(im, y)).toBe(true)
    }
    // The point 1 is there, and the picture is no speck.
    expect(within(0, x)).toBe(true)
    expect(x.high - x.low).toBeLessThan(3 * scale)
    expect(y.high - y.low).toBeLessThan(3 * scale)
  }
})

test('eigenvalues that are all 1 have a frame', () => {
  const { x, y } = eigenvalueFrame({ eigenvalues: [at(1), at(1)] }, false, 60, 20)
  expect(x.high).toBeGreaterThan(0)
  expect(x.low).toBeLessThan(0)
  expect(y.high).toBe(-y.low)
  expect(Number.isFinite(x.high - x.low)).toBe(true)
})

test('one that is elsewhere shows the whole disc; the other frame counts it', () => {
  const eigenvalues = [at(1.001), at(0.99), at(0)]
  const whole = eigenvalueFrame({ eigenvalues }, false, 60, 20)
  expect(whole).toMatchObject({ from: 0, elsewhere: 0 })
  expect(whole.x.low).toBeLessThan(-1)
  const close = eigenvalueFrame({ eigenvalues }, true, 60, 20)
  expect(close).toMatchObject({ from: 1, elsewhere: 1 })
})

test('what lies far off does not shrink the circle, but is counted', () => {
  const eigenvalues = [at(0.5), at(-40, 3), at(1e300)]
  const { from, x, elsewhere } = eigenvalueFrame({ eigenvalues }, false, 60, 20)
  expect(from).toBe(0)
  expect(x.low).toBeGreaterThan(-4)
  expect(elsewhere).toBe(2)
})
