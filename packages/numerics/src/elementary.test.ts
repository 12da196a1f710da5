import { expect, test } from 'vitest'
import { cos } from './cos.ts'
import { exp } from './exp.ts'
import { expm1 } from './expm1.ts'
import { log } from './log.ts'
import { log1p } from './log1p.ts'
import { normalCdf } from './normal-cdf.ts'
import { normalPdf } from './normal-pdf.ts'
import { normalQuantile } from './normal-quantile.ts'
import { LARGEST_ANGLE } from './quadrant.ts'
import { sigmoid } from './sigmoid.ts'
import { sin } from './sin.ts'
import { softplus } from './softplus.ts'
import { stream } from './stream.ts'
import { tanh } from './tanh.ts'

/** f at -Infinity, -0, 0, Infinity, NaN. */
const ends: [name: string, f: (x: number) => number, values: number[]][] = [
  ['exp', exp, [0, 1, 1, Infinity, NaN]],
  ['expm1', expm1, [-1, -0, 0, Infinity, NaN]],
  ['log', log, [NaN, -Infinity, -Infinity, Infinity, NaN]],
  ['log1p', log1p, [NaN, -0, 0, Infinity, NaN]],
  ['sin', sin, [NaN, -0, 0, NaN, NaN]],
  ['cos', cos, [NaN, 1, 1, NaN, NaN]],
  ['tanh', tanh, [-1, -0, 0, 1, NaN]],
  ['sigmoid', sigmoid, [0, 0.5, 0.5, 1, NaN]],
  ['softplus', softplus, [0, log(2), log(2), Infinity, NaN]],
  ['normalPdf', normalPdf, [0, 0.3989422804014327, 0.3989422804014327, 0, NaN]],
  ['normalCdf', normalCdf, [0, 0.5, 0.5, 1, NaN]],
  ['normalQuantile', normalQuantile, [NaN, -Infinity, -Infinity, NaN, NaN]],
]

test.each(ends)('%s at the infinities, the zeros and NaN', (_, f, values) => {
  expect([-Infinity, -0, 0, Infinity, NaN].map(f)).toEqual(values)
})

test('exp overflows and underflows where the documentation says', () => {
  expect(exp(709.782712893384)).toBeGreaterThan(1.797e308)
  expect(exp(709.7827128933841)).toBe(Infinity)
  expect(exp(-745.1332191019411)).toBe(5e-324)
  expect(exp(-745.1332191019412)).toBe(0)
  expect(exp(1000)).toBe(Infinity)
  expect(exp(-1e308)).toBe(0)
})

test('exp does not step back where its branches meet', () => {
  for (const seam of [-708, 708, 0]) {
    let last = 0
    for (let k = -50; k <= 50; k++) {
      const value = exp(seam + k * 1.1368683772161603e-13)
      expect(value).toBeGreaterThanOrEqual(last)
      last = value
    }
  }
})

test('log takes subnormals, powers of two and the largest double', () => {
  expect(log(1)).toBe(0)
  expect(log(5e-324)).toBe(-744.4400719213812)
  expect(log(Number.MAX_VALUE)).toBe(709.782712893384)
  for (let k = -1074; k < 1024; k++) {
    const y = log(2 ** k)
    expect(Math.abs(y - k * 0.6931471805599453)).toBeLessThanOrEqual(2.3e-16 * Math.abs(y))
  }
  expect([log(-1), log(-5e-324), log1p(-1.5)]).toEqual([NaN, NaN, NaN])
  expect(log1p(-1)).toBe(-Infinity)
})

test('angles beyond the domain give NaN, the last one in it does not', () => {
  for (const f of [sin, cos]) {
    expect(Math.abs(f(LARGEST_ANGLE))).toBeLessThanOrEqual(1)
    expect(f(LARGEST_ANGLE + 1)).toBeNaN()
    expect(f(-1e300)).toBeNaN()
  }
})

test('symmetries hold to the bit', () => {
  const source = stream(5, 'symmetry')
  for (let i = 0; i < 2000; i++) {
    const x = 40 * source.uniform(0, i) - 20
    expect(sin(-x)).toBe(-sin(x))
    expect(cos(-x)).toBe(cos(x))
    expect(tanh(-x)).toBe(-tanh(x))
    expect(normalPdf(-x)).toBe(normalPdf(x))
    const p = Math.floor(source.uniform(1, i) * 2 ** 40) / 2 ** 40
    expect(normalQuantile(1 - p)).toBe(0 - normalQuantile(p))
  }
})

test('the normal law far out', () => {
  expect(normalCdf(-37) / 5.725571222524577e-300).toBeCloseTo(1, 13)
  expect(normalCdf(-37.5)).toBeGreaterThan(0)
  expect(normalCdf(-37.6)).toBe(0)
  expect(normalCdf(-39)).toBe(0)
  expect(normalCdf(9)).toBe(1)
  expect(normalPdf(40)).toBe(0)
})

test('the quantile inverts the distribution function', () => {
  expect(normalQuantile(0.5)).toBe(0)
  expect([normalQuantile(1), normalQuantile(-0.1), normalQuantile(1.1)]).toEqual([
    Infinity,
    NaN,
    NaN,
  ])
  const source = stream(6, 'inverse')
  for (let i = 0; i < 5000; i++) {
    const x = -37 * source.uniform(0, i)
    // A relative error e of the quantile is one of e x^2 of the probability.
    const back = normalQuantile(normalCdf(x))
    expect(Math.abs(back - x)).toBeLessThanOrEqual(3e-15 * Math.max(1, -x))
  }
})

test('a result does not hang on the function that ran before', () => {
  const xs = [0.3, 17.25, -1e5, 12345.678]
  const alone = xs.map((x) => [sin(x), cos(x), log(Math.abs(x))])
  const mixed = xs.map((x) => {
    const first = sin(x)
    cos(-3 * x)
    log(1 + x * x)
    return [first, cos(x), log(Math.abs(x))]
  })
  expect(mixed).toEqual(alone)
})
