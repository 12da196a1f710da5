import { defineDetector, held, idle, largest, told, type Detector, type Hold } from '@ganglion/core'

/** Vanishing gradient: the generator gets no direction although it is far from the target (li2017, sec. 2 and Fig. 1d). */
const definition = defineDetector({
  name: 'vanishing-gradient',
  source: 'li2017 sec. 2, Fig. 1d',
  event: 'vanishing-gradient',
  severity: 'error',
  definition: "the generator's gradient stays at nothing while it is far from the target",
  options: {
    below: { default: 1e-6, min: 0, max: 1e9, description: 'norms below this count as nothing' },
    hold: { default: 100, min: 0, max: 1e9, description: 'for so many steps' },
    far: {
      default: 0.1,
      min: 0,
      max: 1e9,
      description: 'distances above this are far; 0: do not ask for the distance',
    },
    release: {
      default: 10,
      min: 1,
      max: 1e9,
      description: 'cleared when the norm exceeds this many times the limit',
    },
    signal: { default: 'gradient.generator', description: 'norm of the gradient' },
    distance: { default: 'l1', points: 'w2', description: 'distance to the target' },
  },
  needs: ({ signal, distance, far }) => (far > 0 ? [signal, distance] : [signal]),
  reads: () => [],
  create: ({ below, hold, far, release, signal, distance: name }) => ({
    init: (): Hold => idle,
    next(memory: Hold, { step, signals }) {
      const norm = largest(signals[signal])
      const distance = far > 0 ? largest(signals[name]) : Infinity
      const away = distance > far
      const after = held(memory, step, away && norm < below, !away || norm > release * below, hold)
      return [after, told(memory, after, step, () => ({ norm, below, distance, far, hold }))]
    },
  }),
})

export default definition

/** Watches for a vanishing gradient: `vanishingGradient({ below: 1e-8 })`. */
export const vanishingGradient: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
