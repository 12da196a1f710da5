/** For 1 to 10 degrees of freedom. */
const few = [
  12.706204736174694, 4.302652729749462, 3.1824463052837078, 2.7764451051977934, 2.570581835636314,
  2.4469118511449692, 2.3646242515927844, 2.306004135204166, 2.2621571628540993, 2.2281388519649385,
]

/** 97.5 % of the standard normal law lie below. */
const normal = 1.959963984540054

/**
 * The t of which 95 % of Student's law lie within [-t, t]. `freedom`: degrees of freedom, a whole number from 1. Error: below
 * 1e-5. Throws a RangeError for any other. Source: to 10 from tables; then the series of Abramowitz and Stegun, 26.7.5.
 */
export function studentBound(freedom: number): number {
  if (!Number.isInteger(freedom) || freedom < 1)
    throw new RangeError(`expected degrees of freedom, a whole number from 1, got ${freedom}`)
  if (freedom <= few.length) return few[freedom - 1]!
  const z = normal
  const q = z * z
  const terms = [
    (z * (q + 1)) / 4,
    (z * ((5 * q + 16) * q + 3)) / 96,
    (z * (((3 * q + 19) * q + 17) * q - 15)) / 384,
    (z * ((((79 * q + 776) * q + 1482) * q - 1920) * q - 945)) / 92160,
  ]
  return z + terms.reduceRight((sum, term) => (sum + term) / freedom, 0)
}
