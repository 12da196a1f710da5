import { exp } from './exp.ts'
import { powerOfTwo } from './powers-of-two.ts'

const LOG2_E = 1.442695040888963387
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const Q1 = -3.33333333333331316428e-2
const Q2 = 1.58730158725481460165e-3
const Q3 = -7.93650757867487942473e-5
const Q4 = 4.00821782732936239552e-6
const Q5 = -2.01099218183624371326e-7

/**
 * e^x - 1 without the cancellation near 0. Domain: all doubles. Error: at most 2 ulp. NaN gives
 * NaN, Infinity gives Infinity, -Infinity gives -1, -0 gives -0.
 * Source: fdlibm s_expm1.c.
 */
export function expm1(x: number): number {
  if (x > 40) return exp(x)
  if (x < -40) return -1
  if (Math.abs(x) < 5.551115123125783e-17) return x
  if (x !== x) return NaN
  let k = 0
  let r = x
  let c = 0
  if (Math.abs(x) > 0.34657359027997264) {
    k = Math.floor(x * LOG2_E + 0.5)
    const high = x - k * LN2_HIGH
    const low = k * LN2_LOW
    r = high - low
    c = high - r - low
  }
  const half = 0.5 * r
  const z = r * half
  const r1 = 1 + z * (Q1 + z * (Q2 + z * (Q3 + z * (Q4 + z * Q5))))
  const t = 3 - r1 * half
  let e = z * ((r1 - t) / (6 - r * t))
  if (k === 0) return r - (r * e - z)
  e = r * (e - c) - c - z
  if (k === -1) return 0.5 * (r - e) - 0.5
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e)
  const power = powerOfTwo(k)
  if (k <= -2 || k > 56) return (1 - (e - r)) * power - 1
  if (k < 20) return (1 - powerOfTwo(-k) - (e - r)) * power
  return (r - (e + powerOfTwo(-k)) + 1) * power
}
