import {
  defineDetector,
  exchanged,
  list,
  type Detector,
  type Exchange,
  type Observation,
  type Report,
} from '@ganglion/core'
import { drift, extent, rested, settled, type Rest } from './rest.ts'

interface Memory {
  /** The box that the means have kept to while their order was wrong; null while it is not. */
  readonly rest: Rest | null
  readonly reported: boolean
}

const blank: Memory = { rest: null, reported: false }

/** Named numbers that show an exchanged pair; `expected` is the weight that the target has in its place. */
function pairOf(pair: Exchange | null, seen: Seen): Record<string, number> {
  if (pair === null) return { exchanged: 0 }
  const [a, b] = pair.generated
  const [c, d] = pair.target
  return {
    exchanged: 1,
    lower: a,
    lowerMean: seen.means[a]!,
    lowerWeight: seen.weights[a]!,
    lowerExpected: seen.target.weights[c]!,
    upper: b,
    upperMean: seen.means[b]!,
    upperWeight: seen.weights[b]!,
    upperExpected: seen.target.weights[d]!,
  }
}

interface Seen {
  readonly means: readonly number[]
  readonly weights: readonly number[]
  readonly target: { readonly means: readonly number[]; readonly weights: readonly number[] }
}

const names = {
  means: 'generator.means',
  weights: 'generator.weights',
  targetMeans: 'target.means',
  targetWeights: 'target.weights',
}

const seenIn = ({ signals }: Observation, by: typeof names): Seen => ({
  means: list(signals[by.means]),
  weights: list(signals[by.weights]),
  target: { means: list(signals[by.targetMeans]), weights: list(signals[by.targetWeights]) },
})

/** Wrong order: the means rest, exchanged against the weights (singh-tong, Fig. 2). */
const definition = defineDetector({
  name: 'wrong-order',
  source: 'singh-tong Fig. 2',
  event: 'wrong-order',
  severity: 'error',
  definition:
    'the means rest while a heavier and a lighter component lie in the order opposite to the target',
  options: {
    still: {
      default: 0.1,
      min: 0,
      max: 1e9,
      description: 'at rest: every mean stays within a box of this width, in the unit of x',
    },
    hold: { default: 1000, min: 1, max: 1e9, description: 'for so many steps' },
    gap: {
      default: 0.05,
      min: 0,
      max: 1,
      description: 'means closer than this share of the smallest target separation have no order',
    },
    apart: {
      default: 1e-3,
      min: 0,
      max: 1,
      description: 'weights that differ by no more than this are equal',
    },
    release: {
      default: 4,
      min: 1,
      max: 1e9,
      description: 'cleared when a mean leaves the box so many times sooner than `hold`',
    },
    means: { default: names.means, description: 'positions of the generated modes' },
    weights: { default: names.weights, description: 'their weights' },
    targetMeans: { default: names.targetMeans, description: 'positions of the true modes' },
    targetWeights: { default: names.targetWeights, description: 'their weights' },
  },
  needs: ({ means, weights, targetMeans, targetWeights }) => [
    means,
    weights,
    targetMeans,
    targetWeights,
  ],
  reads: () => [],
  create: ({ still, hold, gap, apart, release, ...by }) => ({
    init: (): Memory => blank,
    next(memory: Memory, observation) {
      const { step } = observation
      const seen = seenIn(observation, by)
      const { rest, reported } = memory
      const pair = exchanged(seen.target, seen, gap, apart)
      if (pair === null && rest === null) return [memory, null]
      const wider = rest && rested(rest, seen.means, still)
      const now = wider ?? settled(step, seen.means)
      const evidence = () => {
        const of = wider ?? rest ?? now
        const limits = { still, hold, gap }
        return {
          ...pairOf(pair, seen),
          range: extent(of),
          rate: drift(of, seen.means, step),
          ...limits,
        }
      }
      if (reported) {
        const fled = wider === null && step - rest!.since < hold / release
        if (pair !== null && !fled) return [now === rest ? memory : { rest: now, reported }, null]
        const report: Report = { type: 'cleared', since: step, evidence: evidence() }
        return [{ rest: pair && now, reported: false }, report]
      }
      if (pair === null) return [blank, null]
      if (step - now.since < hold) {
        return [now === rest ? memory : { rest: now, reported }, null]
      }
      const report: Report = { type: 'event', since: now.since, evidence: evidence() }
      return [{ rest: now, reported: true }, report]
    },
  }),
})

export default definition

/** Watches for a rest in the wrong order: `wrongOrder({ hold: 500 })`. */
export const wrongOrder: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create

/** Two unequal modes: the means rest in the wrong order, creep on, and change places. */
const story = [0.9, 0.9, 0.95, -0.1].map((light, k) => ({
  step: 1000 * k,
  signals: {
    'generator.means': [light, 0.4],
    'generator.weights': [0.1, 0.9],
    'target.means': [0, 0.5],
    'target.weights': [0.1, 0.9],
  },
}))

/** No courses of single signals make up an order of two lists. */
export const conformance = { fires: story }
