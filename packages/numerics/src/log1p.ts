import { log } from './log.ts'

/**
 * log(1 + x) without the loss of the low bits of a small x. Domain: x >= -1. Error: at most 3 ulp.
 * -1 gives -Infinity, NaN and anything below -1 give NaN, Infinity gives Infinity, -0 gives -0.
 * Source: the correction term of fdlibm s_log1p.c on top of log: with u = fl(1 + x) and
 * c = (1 + x) - u exactly, log(1 + x) = log(u) + c / u up to terms below rounding; near 0 the
 * kernel of log is applied to x itself.
 */
export function log1p(x: number): number {
  if (x > -0.2928 && x < 0.4142) return near(x)
  const u = 1 + x
  if (!(u > 0) || u === Infinity) return log(u)
  const c = x < 1 ? x - (u - 1) : 1 - (u - x)
  return log(u) + c / u
}

const L1 = 6.66666666666673513e-1
const L2 = 3.999999999940941908e-1
const L3 = 2.857142874366239149e-1
const L4 = 2.222219843214978396e-1
const L5 = 1.818357216161805012e-1
const L6 = 1.531383769920937332e-1
const L7 = 1.479819860511658591e-1

/** log(1 + f) for f in [sqrt(2)/2 - 1, sqrt(2) - 1]. */
function near(f: number): number {
  if (Math.abs(f) < 5.551115123125783e-17) return f
  const half = 0.5 * f * f
  const s = f / (2 + f)
  const z = s * s
  const series = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))))
  return f - (half - s * (half + series))
}
