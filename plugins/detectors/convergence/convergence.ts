import { defineDetector, held, idle, largest, told, type Detector, type Hold } from '@ganglion/core'

/** Convergence: the success criterion of the preset holds for a number of steps (li2017, sec. 5). */
const definition = defineDetector({
  name: 'convergence',
  source: 'li2017 sec. 5',
  event: 'convergence',
  severity: 'info',
  definition: 'the distance to the target stays below a limit; a small gradient alone is not it',
  options: {
    below: { default: 0.1, min: 0, max: 1e9, description: 'the distance must stay below this' },
    hold: { default: 50, min: 0, max: 1e9, description: 'for so many steps' },
    signal: { default: 'l1', description: 'the distance; of a list, its largest' },
  },
  needs: ({ signal }) => [signal],
  create: ({ below, hold, signal }) => ({
    init: (): Hold => idle,
    next(memory: Hold, { step, signals }) {
      const distance = largest(signals[signal])
      const within = distance < below
      const after = held(memory, step, within, !within, hold)
      return [after, told(memory, after, step, () => ({ distance, below, hold }))]
    },
  }),
})

export default definition

/** Watches for convergence: `convergence({ signal: 'total-variation', below: 0.05 })`. */
export const convergence: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
