import { casesOf, findingOf, type TheoryClaim } from '@ganglion/core'
import { mixtureDensity, normalCdf, type Interval } from '@ganglion/numerics'
import type { Pair } from '../game.ts'
import { chance, lawOf, pairOf, payoffOf, slopeOfMass, weightsOf } from './law.ts'

const h = 1e-5
const within = 1e-8

/** A point at which L is differentiated: all of its arguments. */
interface Point {
  readonly target: { readonly weights: Pair; readonly means: Pair }
  readonly weights: Pair
  readonly means: Pair
  readonly left: Pair
  readonly right: Pair
}

type Moved = 'weights' | 'means' | 'left' | 'right'

function pointOf(seed: number, name: string, index: number): Point {
  const random = chance(seed, name, index)
  const draw = (): number => random.uniform(-3, 3)
  return {
    target: { weights: weightsOf(random.uniform()), means: pairOf(draw) },
    // Free weights, as appendix B learns them, need not sum to 1.
    weights: pairOf(() => random.uniform(-1, 2)),
    means: pairOf(draw),
    left: pairOf(draw),
    right: pairOf(draw),
  }
}

const intervalsOf = ({ left, right }: Point): readonly Interval[] =>
  [0, 1].map((i) => ({ left: left[i]!, right: right[i]! }))

const payoffAt = (point: Point): number =>
  payoffOf(
    lawOf(point.target.weights, point.target.means),
    lawOf(point.weights, point.means),
    intervalsOf(point),
  )

/** The difference quotient of L in one of its arguments. */
function quotient(point: Point, moved: Moved, j: 0 | 1): number {
  const at = (by: number): number => {
    const values: [number, number] = [...point[moved]]
    values[j] += by
    return payoffAt({ ...point, [moved]: values })
  }
  return (at(h) - at(-h)) / (2 * h)
}

/** F of equation 9. */
const differenceAt = ({ target, weights, means }: Point, x: number): number =>
  mixtureDensity(lawOf(target.weights, target.means), x) - mixtureDensity(lawOf(weights, means), x)

interface Equation {
  readonly name: string
  readonly sentence: string
  readonly where: string
  readonly moved: Moved
  readonly slope: (point: Point, j: 0 | 1) => number
}

const equations: readonly Equation[] = [
  {
    name: 'the gradient in the left ends is -F',
    sentence:
      '∂L/∂li = −(1/√2π) Σj α∗j e^(−(li−µ∗j)²/2) − α̂j e^(−(li−µ̂j)²/2) = −F(α∗, α̂, µ∗, µ̂, li)',
    where: 'appendix D, equations 16 and 17',
    moved: 'left',
    slope: (point, i) => -differenceAt(point, point.left[i]),
  },
  {
    name: 'the gradient in the right ends is F',
    sentence: '∂L/∂ri = (1/√2π) Σj α∗j e^(−(ri−µ∗j)²/2) − α̂j e^(−(ri−µ̂j)²/2) = F(α∗, α̂, µ∗, µ̂, ri)',
    where: 'appendix D, equations 19 and 20',
    moved: 'right',
    slope: (point, i) => differenceAt(point, point.right[i]),
  },
  {
    name: 'the gradient in a mean is its weight times that of its mass',
    sentence:
      '∂L/∂µ̂j = α̂j (1/√2π) Σi e^(−(ri−µ̂j)²/2) − e^(−(li−µ̂j)²/2) [...] Specifically, it is always multiplied by αj.',
    where: 'appendix D, equation 22; section 3.1',
    moved: 'means',
    slope: (point, j) => point.weights[j] * slopeOfMass(point.means[j], intervalsOf(point)),
  },
  {
    name: 'the gradient in a weight is minus the mass of its component in the intervals',
    sentence: '∂L/∂α̂j = −(1/√2π) Σi ∫(li to ri) e^(−(x−µ̂j)²/2) dx',
    where: 'appendix D, equation 24',
    moved: 'weights',
    slope: (point, j) =>
      -intervalsOf(point).reduce(
        (sum, { left, right }) =>
          sum + normalCdf(right - point.means[j]) - normalCdf(left - point.means[j]),
        0,
      ),
  },
]

/** The gradients of appendix D, against differences. */
export const gradientClaims: readonly TheoryClaim[] = equations.map(
  ({ name, sentence, where, moved, slope }) => ({
    kind: 'theory',
    name,
    sentence,
    where,
    reading: `against differences over ${2 * h}, means and ends in [-3, 3], free weights in [-1, 2]`,
    draws: { smoke: 500, paper: 20_000 },
    seed: 1,
    check: (draws, seed) =>
      findingOf(
        casesOf(draws, (index) => {
          const point = pointOf(seed, moved, index)
          const value = Math.max(
            ...([0, 1] as const).map((j) => Math.abs(slope(point, j) - quotient(point, moved, j))),
          )
          return value <= within ? { value } : { value, fault: JSON.stringify(point) }
        }),
        'error of a slope',
        'largest',
      ),
  }),
)
