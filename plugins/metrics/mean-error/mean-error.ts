import { defineMetric, type Observation } from '@ganglion/core'

/** How far each mean is from the mean of its own place in the target: the largest |mu_j - mu*_j|, and the length |mu - mu*|. */
const meanError = defineMetric({
  name: 'mean-error',
  source: 'singh-tong, sec. 3.1',
  needs: ['target.means', 'generator.means'],
  signals: ['mean-error', 'mean-error-length'],
  number: (observation) => {
    const [target, generated] = [
      list(observation, 'target.means'),
      list(observation, 'generator.means'),
    ]
    if (target.length === 0 || target.length !== generated.length)
      return { 'mean-error': NaN, 'mean-error-length': NaN }
    const errors = target.map((mean, j) => Math.abs(mean - generated[j]!))
    const largest = Math.max(...errors)
    return { 'mean-error': largest, 'mean-error-length': lengthOf(errors, largest) }
  },
})

/** Euclidean length, scaled so that no square leaves the range of doubles. */
function lengthOf(errors: readonly number[], largest: number): number {
  if (largest === 0) return 0
  return largest * Math.sqrt(errors.reduce((sum, e) => sum + (e / largest) * (e / largest), 0))
}

function list({ signals }: Observation, name: string): readonly number[] {
  const told = signals[name]
  return typeof told === 'number' ? [told] : (told ?? [])
}

export default meanError
