import { cos, sin } from '@ganglion/numerics'
import { dot, type Kernel, type Vector, type Waves } from './kernel.ts'

/** A point with its mass. */
export interface Atom {
  readonly at: Vector
  readonly mass: number
}

/** Learning rates and ridge of a game. */
export interface Rates {
  /** eta_d. */
  readonly critic: number
  /** eta_g. */
  readonly points: number
  /** lambda. */
  readonly ridge: number
}

/** A discriminator that learns by equation 5. */
export interface Critic {
  /** f(x). */
  value(x: Vector): number
  /** The gradient of f at x; the array is the critic's own, good until the next call. */
  slope(x: Vector): Float64Array
  /** One step of ascent against these generated points. */
  learn(points: readonly Vector[]): void
}

/** What a critic knows before the first step. */
export interface Known {
  readonly truths: readonly Atom[]
  /** Masses of the generated points. */
  readonly masses: Vector
  readonly rates: Rates
  /** f^0 as a sum of kernels: coefficients beside the true points, in their order; 0 by default. */
  readonly start?: Vector
  /** More kernels of f^0, oldest first: positions and coefficients, forgotten like the rest. */
  readonly past?: readonly Atom[]
}

/** Below this share of what it was, an old kernel is dropped: far below the rounding of what stays. */
const forgotten = 1e-16

/**
 * Equation 5 in function space, with its full history: a kernel for every position that a generated point ever had, of weight
 * (1 - eta_d lambda)^age. What has faded below 1e-16 is dropped, and nothing else.
 */
export function historyCritic(kernel: Kernel, known: Known): Critic {
  const { truths, masses, rates, past = [] } = known
  const keep = 1 - rates.critic * rates.ridge
  const d = (truths[0] ?? past[0])!.at.length
  const begun = [...truths.map(({ at }, i) => ({ at, mass: known.start?.[i] ?? 0 })), ...past]
  const count = truths.length
  const sum = new Float64Array(d)
  let positions = Float64Array.from(begun.flatMap(({ at }) => at))
  let weights = Float64Array.from(begun.map(({ mass }) => mass))
  let [first, last] = [count, begun.length]
  const add = (at: Vector, weight: number): void => {
    if (last === weights.length) {
      // What is forgotten makes room; else there is twice as much.
      const kept = last - first
      const room = Math.max(64, 2 * kept) + count
      const [places, amounts] = [new Float64Array(room * d), new Float64Array(room)]
      places.set(positions.subarray(0, count * d))
      places.set(positions.subarray(first * d), count * d)
      amounts.set(weights.subarray(0, count))
      amounts.set(weights.subarray(first), count)
      ;[positions, weights, first, last] = [places, amounts, count, count + kept]
    }
    positions.set(at, last * d)
    weights[last++] = weight
  }
  return {
    value(x) {
      let f = 0
      for (let k = 0; k < last; k = k + 1 === count ? first : k + 1) {
        const at = positions.subarray(k * d, (k + 1) * d)
        f += weights[k]! * kernel.value(x.map((c, i) => c - at[i]!))
      }
      return f
    },
    slope(x) {
      sum.fill(0)
      kernel.addSlopes(x, { positions, weights, from: 0, to: count }, sum)
      kernel.addSlopes(x, { positions, weights, from: first, to: last }, sum)
      return sum
    },
    learn(points) {
      truths.forEach(({ mass }, i) => (weights[i] = keep * weights[i]! + rates.critic * mass))
      for (let k = first; k < last; k++) weights[k]! *= keep
      points.forEach((at, j) => add(at, -rates.critic * masses[j]!))
      while (first < last && Math.abs(weights[first]!) < forgotten * rates.critic) first++
    },
  }
}

/** Equation 4 with the features of waves: the parameters themselves, nothing left out. */
export function waveCritic({ weights, frequencies }: Waves, known: Known): Critic {
  const { truths, masses, rates, start } = known
  const count = weights.length
  const even = new Float64Array(count)
  const odd = new Float64Array(count)
  const add = (x: Vector, factor: number): void => {
    for (let m = 0; m < count; m++) {
      const phase = dot(frequencies[m]!, x)
      even[m]! += factor * weights[m]! * cos(phase)
      odd[m]! += factor * weights[m]! * sin(phase)
    }
  }
  truths.forEach(({ at }, i) => add(at, start?.[i] ?? 0))
  const sum = new Float64Array(truths[0]!.at.length)
  return {
    value: (x) =>
      weights.reduce((f, _, m) => {
        const phase = dot(frequencies[m]!, x)
        return f + even[m]! * cos(phase) + odd[m]! * sin(phase)
      }, 0),
    slope(x) {
      sum.fill(0)
      for (let m = 0; m < count; m++) {
        const phase = dot(frequencies[m]!, x)
        const factor = odd[m]! * cos(phase) - even[m]! * sin(phase)
        for (let k = 0; k < sum.length; k++) sum[k]! += factor * frequencies[m]![k]!
      }
      return sum
    },
    learn(points) {
      for (let m = 0; m < count; m++) {
        even[m]! *= 1 - rates.critic * rates.ridge
        odd[m]! *= 1 - rates.critic * rates.ridge
      }
      truths.forEach(({ at, mass }) => add(at, rates.critic * mass))
      points.forEach((at, j) => add(at, -rates.critic * masses[j]!))
    },
  }
}
