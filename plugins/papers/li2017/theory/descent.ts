import { casesOf, findingOf, type ClaimCase, type TheoryClaim } from '@ganglion/core'
import { chance, distanceOf, lengthOf, separated, slopeOf, told, type Pair } from './pair.ts'

const points = 64
/** Rounding of a difference of two distances. */
const rounding = 1e-14

/** Lemma 4.1, for the function that the paper needs it for. */
export const descent: TheoryClaim = {
  kind: 'theory',
  name: 'lemma 4.1: a step makes progress where the slope changes little',
  sentence:
    "Suppose there exists c < 1 so that almost all v ∈ L(x, x'), g is differentiable, and moreover, we have ‖∇g(x)−∇g(v)‖ ≤ c‖∇g(x)‖. Then g(x') − g(x) ≤ −η(1 − c)‖∇g(x)‖².",
  where: 'Lemma 4.1',
  reading: `g = f, means in [-2, 2], eta from 0.001 to 1, c over ${points} points of the line; told: progress over what the lemma promises`,
  draws: { smoke: 500, paper: 10_000 },
  seed: 6,
  check: (draws, seed) => {
    const cases = casesOf(draws, (index) => oneStep(seed, index)).filter(
      ({ value }) => !Number.isNaN(value),
    )
    return findingOf(cases, 'progress over promise', 'smallest', {
      'cases without c < 1': draws - cases.length,
    })
  },
}

/** One step; NaN where the lemma promises nothing. */
function oneStep(seed: number, index: number): ClaimCase {
  const random = chance(seed, 'descent', index)
  const [target, means] = [separated(random, 2, 0), separated(random, 2, 0)]
  const rate = random.uniform(0.001, 1)
  const slope = slopeOf(target, means)
  const length = lengthOf(slope)
  const along = (part: number): Pair => [
    means[0] - part * rate * slope[0],
    means[1] - part * rate * slope[1],
  ]
  let c = 0
  for (let k = 1; k <= points; k++) {
    const [a, b] = slopeOf(target, along(k / points))
    c = Math.max(c, lengthOf([a - slope[0], b - slope[1]]) / length)
  }
  if (!(c < 1)) return { value: NaN }
  const progress = distanceOf(target, means) - distanceOf(target, along(1))
  const promised = rate * (1 - c) * length * length
  const value = progress / promised
  return progress >= promised - rounding
    ? { value }
    : { value, fault: `a step of ${rate} from ${told(means)}, target ${told(target)}` }
}
