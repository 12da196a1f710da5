import { defineDetector, list, type Detector, type Report } from '@ganglion/core'

interface Memory {
  /** The first weights seen, and which of them have changed since: those are learned. */
  readonly first: readonly number[]
  readonly learned: readonly boolean[]
  /** The last step with a learned weight outside; null while nothing is reported. */
  readonly outside: number | null
}

/** Takes note of weights that changed; the same object when none did. */
function watched(memory: Memory, weights: readonly number[]): Memory {
  const { first, learned, outside } = memory
  if (first.length !== weights.length) {
    return { first: weights, learned: weights.map(() => false), outside }
  }
  for (let j = 0; j < weights.length; j++) {
    if (learned[j] || weights[j] === first[j]) continue
    return { first, learned: learned.map((was, k) => was || weights[k] !== first[k]), outside }
  }
  return memory
}

/** How far a weight lies outside [0, 1]; negative inside. */
const beyond = (weight: number): number => Math.max(-weight, weight - 1)

/** The learned weight that is farthest outside, or nearest to it; -1 where none is learned. */
function farthest({ learned }: Memory, weights: readonly number[]): number {
  let at = -1
  for (let j = 0; j < weights.length; j++) {
    if (!learned[j]) continue
    if (at < 0 || beyond(weights[j]!) > beyond(weights[at]!)) at = j
  }
  return at
}

/** Weight escape: a learned weight leaves [0, 1], so the generated law is none (singh-tong, Fig. 10). */
const definition = defineDetector({
  name: 'weight-escape',
  source: 'singh-tong Fig. 10',
  event: 'weight-escape',
  severity: 'error',
  definition: 'a weight that changes while training is below 0 or above 1',
  options: {
    margin: {
      default: 1e-6,
      min: 0,
      max: 1e9,
      description: 'outside by no more than this is rounding',
    },
    release: {
      default: 100,
      min: 0,
      max: 1e9,
      description: 'cleared after so many steps with all weights inside',
    },
    signal: { default: 'generator.weights', description: 'the learned weights' },
  },
  needs: ({ signal }) => [signal],
  reads: () => [],
  create: ({ margin, release, signal }) => ({
    init: (): Memory => ({ first: [], learned: [], outside: null }),
    next(memory: Memory, { step, signals }) {
      const weights = list(signals[signal])
      const seen = watched(memory, weights)
      const component = farthest(seen, weights)
      const excess = component < 0 ? -Infinity : beyond(weights[component]!)
      const out = excess > margin
      const was = seen.outside
      if (!out && (was === null || step - was <= release)) return [seen, null]
      if (out && was !== null) return [{ ...seen, outside: step }, null]
      const shown = component < 0 ? {} : { component, weight: weights[component]! }
      const evidence = { ...shown, margin, release }
      const report: Report = out
        ? { type: 'event', since: step, evidence }
        : { type: 'cleared', since: was!, evidence }
      return [{ ...seen, outside: out ? step : null }, report]
    },
  }),
})

export default definition

/** Watches for weights that leave [0, 1]: `weightEscape({ margin: 0.01 })`. */
export const weightEscape: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
