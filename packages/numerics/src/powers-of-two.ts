const SMALLEST = -1074
const LARGEST = 1023

/** The powers of two a double can hold, from 2^-1074 at index 0 to 2^1023 at index 2097. */
const POWERS = powers()

function powers(): Float64Array {
  const table = new Float64Array(LARGEST - SMALLEST + 1)
  let power = 1
  for (let k = 0; k <= LARGEST; k++, power *= 2) table[k - SMALLEST] = power
  power = 1
  for (let k = 0; k >= SMALLEST; k--, power /= 2) table[k - SMALLEST] = power
  return table
}

/** 2^k, exact. Domain: whole k from -1074 to 1023; NaN outside. */
export function powerOfTwo(k: number): number {
  return POWERS[k - SMALLEST] ?? NaN
}

/**
 * y * 2^k, rounded once. Domain: y in [0.5, 2), whole k from -1100 to 1024. A k below the normal
 * range goes in two steps of which only the last can round.
 */
export function scale(y: number, k: number): number {
  if (k > LARGEST) return y * 2 * powerOfTwo(k - 1)
  if (k >= -1021) return y * powerOfTwo(k)
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
}
