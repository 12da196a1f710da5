import { num, square, type Axis, type Expr } from '@ganglion/calculus'
import { affine, type AscentForm, type Later } from '@ganglion/core'
import { cloudOf, placeOf, product, type Cloud } from './cloud.ts'
import type { KernelSettings } from './profile.ts'

/**
 * The function after k steps against laws that stand still, in closed form: q^k f + eta (1 + q + ... + q^(k-1)) g with
 * q = 1 - eta lambda and g = sum_n share_n K(., x_n) (becker2022, eq. 5 k times).
 */
export function ahead(
  f: Cloud,
  { target, generated, rate, steps }: AscentForm,
  space: Axis,
  settings: KernelSettings & { readonly lambda: Expr },
): Later {
  const { lambda } = settings
  const { power, series } = powers(num(1).minus(rate.times(lambda)), steps)
  const gain = rate.times(series)
  const [up, down] = [target, generated].map(({ law, shares }) => cloudOf(law, shares))
  const of = (a: Cloud, b: Cloud): Expr => product(a, b, space, settings)
  const pushed = (b: Cloud): Expr => of(up!, b).plus(of(down!, b))
  const at = (b: Cloud): Expr => power.times(of(f, b)).plus(gain.times(pushed(b)))
  const norm = square(power)
    .times(of(f, f))
    .plus(power.times(gain).times(2).times(pushed(f)))
    .plus(square(gain).times(pushed(up!).plus(pushed(down!))))
  return {
    critic: (x) => at(placeOf(x)),
    mixture: (law, value) => affine(value)(at(cloudOf(law, law.weights))),
    ridge: lambda.times(norm).over(2),
  }
}

/** q^k, and 1 + q + ... + q^(k-1), in as many products as k has digits. */
export function powers(q: Expr, k: number): { readonly power: Expr; readonly series: Expr } {
  if (k === 0) return { power: num(1), series: num(0) }
  const half = powers(q, Math.floor(k / 2))
  const power = square(half.power)
  const series = half.series.times(half.power.plus(1))
  if (k % 2 === 0) return { power, series }
  return { power: power.times(q), series: series.times(q).plus(1) }
}
