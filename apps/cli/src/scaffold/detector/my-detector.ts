import { defineDetector, held, idle, list, told, type Hold } from 'ganglion/plugin'

/** All generated means stay so close together that they are one. */
export default defineDetector({
  name: 'my-detector',
  source: 'README.md',
  event: 'mode-collapse',
  severity: 'error',
  definition: 'the largest generated mean stays less than a limit above the smallest',
  options: {
    below: { default: 0.05, min: 0, max: 1e9, description: 'the limit, in the unit of x' },
    hold: { default: 100, min: 0, max: 1e9, description: 'for so many steps' },
    signal: { default: 'generator.means', description: 'what is watched' },
  },
  needs: ({ signal }) => [signal],
  create: ({ below, hold, signal }) => ({
    init: (): Hold => idle,
    next(memory: Hold, { step, signals }) {
      const means = list(signals[signal])
      const spread = Math.max(...means) - Math.min(...means)
      const near = means.length > 1 && spread < below
      const after = held(memory, step, near, !near, hold)
      return [after, told(memory, after, step, () => ({ spread, below, hold }))]
    },
  }),
})
