import { rangeOf } from '@ganglion/plot'
import { measured } from '../wording.ts'

/** The least and the greatest value of a critic, which its curve or its heat is stretched between. */
export function spanOfCritic(values: readonly number[]): string {
  const { low, high } = rangeOf(values)
  const word = (value: number): string =>
    measured(Math.abs(value) < (high - low) * 1e-6 ? 0 : value, 2)
  return `${word(low)}..${word(high)}`
}
