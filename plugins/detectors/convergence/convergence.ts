import {
  defineDetector,
  exchanged,
  held,
  idle,
  largest,
  list,
  told,
  type Detector,
  type Hold,
  type Observation,
} from '@ganglion/core'

/** Weights that differ by no more than this are equal, as for the detector of a wrong order. */
const apart = 1e-3

/** Whether means and weights are told and lie in each other's place: near the target by a distance, and yet not it. */
function inWrongOrder({ signals }: Observation): boolean {
  const weights = list(signals['generator.weights'])
  const means = list(signals['generator.means'])
  const target = {
    weights: list(signals['target.weights']),
    means: list(signals['target.means']),
  }
  return exchanged(target, { weights, means }, 0, apart) !== null
}

/** Convergence: the success criterion of the preset holds for a number of steps (li2017, sec. 5). */
const definition = defineDetector({
  name: 'convergence',
  source: 'li2017 sec. 5',
  event: 'convergence',
  severity: 'info',
  definition:
    'the distance to the target stays below a limit, with no modes exchanged against their weights; a small gradient alone is not it',
  options: {
    below: { default: 0.1, min: 0, max: 1e9, description: 'the distance must stay below this' },
    hold: { default: 50, min: 0, max: 1e9, description: 'for so many steps' },
    signal: { default: 'l1', points: 'w2', description: 'the distance; of a list, its largest' },
  },
  needs: ({ signal }) => [signal],
  reads: () => conformance.optional,
  create: ({ below, hold, signal }) => ({
    init: (): Hold => idle,
    next(memory: Hold, observation) {
      const { step, signals } = observation
      const distance = largest(signals[signal])
      const within = distance < below && !inWrongOrder(observation)
      const after = held(memory, step, within, !within, hold)
      return [after, told(memory, after, step, () => ({ distance, below, hold }))]
    },
  }),
})

export default definition

/** Watches for convergence: `convergence({ signal: 'total-variation', below: 0.05 })`. */
export const convergence: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create

/** Where they are told, means exchanged against the weights are no convergence. */
export const conformance = {
  optional: ['generator.means', 'generator.weights', 'target.means', 'target.weights'],
}
