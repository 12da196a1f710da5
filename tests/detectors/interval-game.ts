import type { Observation } from '@ganglion/core'
import { normalCdf, normalPdf } from '@ganglion/numerics'

/** A start of the game of li2017: two means against two intervals. */
export interface Start {
  readonly means: readonly [number, number]
  readonly intervals: readonly [readonly [number, number], readonly [number, number]]
}

const target = [-0.5, 0.5] as const
const rate = 0.1

/** Target minus generated density. */
const excess = (x: number, means: readonly number[]) =>
  0.5 *
  (normalPdf(x - target[0]) +
    normalPdf(x - target[1]) -
    normalPdf(x - means[0]!) -
    normalPdf(x - means[1]!))

/** Half the mass of |F| times two, by the trapezoid rule: enough for a limit of 0.1. */
export function l1(means: readonly number[]): number {
  let sum = 0
  for (let i = -160; i <= 160; i++) sum += Math.abs(excess(i / 20, means))
  return sum / 20
}

/** Simultaneous play of first order, with intervals that die when their ends cross. */
export function* play(start: Start, steps: number): Generator<Observation> {
  let means = [...start.means]
  let left = start.intervals.map(([l]) => l)
  let right = start.intervals.map(([, r]) => r)
  const alive = [1, 1]
  for (let step = 0; step <= steps; step++) {
    const slope = means.map((mean) => {
      let sum = 0
      for (const i of [0, 1]) {
        if (alive[i] === 1) sum += normalPdf(right[i]! - mean) - normalPdf(left[i]! - mean)
      }
      return sum / 2
    })
    yield { step, signals: signals(means, left, right, alive, slope) }
    const newLeft = left.map((l, i) => l - rate * alive[i]! * excess(l, means))
    const newRight = right.map((r, i) => r + rate * alive[i]! * excess(r, means))
    means = means.map((mean, j) => mean - rate * slope[j]!)
    for (const i of [0, 1]) {
      if (alive[i] === 0 || newLeft[i]! < newRight[i]!) continue
      alive[i] = 0
      newLeft[i] = newRight[i] = (newLeft[i]! + newRight[i]!) / 2
    }
    left = newLeft
    right = newRight
  }
}

/** The intervals on which F is positive, between zeros found on a fine grid; `far` stands for infinity. */
function best(means: readonly number[]) {
  const far = 1e9
  const found: [number, number][] = []
  let open = excess(-8, means) > 0 ? -far : null
  for (let i = -799; i <= 800; i++) {
    const x = i / 100
    const positive = excess(x, means) > 0
    if (positive && open === null) open = zero(x - 0.01, x, means)
    if (positive || open === null) continue
    found.push([open, zero(x - 0.01, x, means)])
    open = null
  }
  if (open !== null) found.push([open, far])
  while (found.length < 2) found.push([0, 0])
  return found.slice(0, 2)
}

function zero(low: number, high: number, means: readonly number[]): number {
  const rising = excess(high, means) > 0
  let [a, b] = [low, high]
  for (let i = 0; i < 40; i++) {
    const middle = (a + b) / 2
    if (excess(middle, means) > 0 === rising) b = middle
    else a = middle
  }
  return (a + b) / 2
}

/** The generator descends against the best response of every step. */
export function* respond(start: readonly number[], steps: number): Generator<Observation> {
  let means = [...start]
  for (let step = 0; step <= steps; step++) {
    const intervals = best(means)
    const [left, right] = [intervals.map(([l]) => l), intervals.map(([, r]) => r)]
    const slope = means.map((mean) => {
      let sum = 0
      for (const [l, r] of intervals) sum += normalPdf(r - mean) - normalPdf(l - mean)
      return sum / 2
    })
    yield { step, signals: signals(means, left, right, [1, 1], slope) }
    means = means.map((mean, j) => mean - rate * slope[j]!)
  }
}

/** What the engine's frames hold of this game. */
function signals(
  means: readonly number[],
  left: readonly number[],
  right: readonly number[],
  alive: readonly number[],
  slope: readonly number[],
): Observation['signals'] {
  const distance = l1(means)
  const mass = (i: number) => {
    const [l, r] = [left[i]!, right[i]!]
    let sum = 0
    for (const mu of target) sum += normalCdf(r - mu) - normalCdf(l - mu)
    for (const mu of means) sum -= normalCdf(r - mu) - normalCdf(l - mu)
    return alive[i]! * sum * 0.5
  }
  return {
    'generator.means': [...means],
    'generator.weights': [0.5, 0.5],
    'target.means': target,
    'target.weights': [0.5, 0.5],
    payoff: 1 + mass(0) + mass(1),
    'gradient.generator': Math.sqrt(slope[0]! * slope[0]! + slope[1]! * slope[1]!),
    l1: distance,
    'total-variation': distance / 2,
    'discriminator.left': left,
    'discriminator.right': right,
    'discriminator.alive': [...alive],
    'interval-width': right.map((r, i) => r - left[i]!),
  }
}
