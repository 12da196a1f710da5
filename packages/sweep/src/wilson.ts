/** 97.5 % of the standard normal law lie below. */
const z = 1.959963984540054

/** The 95 % interval of a rate by Wilson (1927): honest also for 0 and for all. */
export function wilson(successes: number, trials: number): readonly [number, number] {
  if (trials === 0) return [NaN, NaN]
  const rate = successes / trials
  const scale = 1 + (z * z) / trials
  const middle = (rate + (z * z) / (2 * trials)) / scale
  const half =
    (z * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials))) / scale
  return [successes === 0 ? 0 : middle - half, successes === trials ? 1 : middle + half]
}
