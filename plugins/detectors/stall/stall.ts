import {
  defineDetector,
  held,
  idle,
  largest,
  list,
  told,
  type Detector,
  type Hold,
} from '@ganglion/core'

interface Memory {
  readonly hold: Hold
  readonly step: number
  readonly means: readonly number[]
}

const blank: Memory = { hold: idle, step: -1, means: [] }

/** The largest change of a number, a step. */
function speed({ means: before, step: then }: Memory, now: readonly number[], step: number) {
  if (before.length !== now.length || step <= then) return Infinity
  let most = 0
  for (let i = 0; i < now.length; i++) most = Math.max(most, Math.abs(now[i]! - before[i]!))
  return most / (step - then)
}

/** Stall: the generator rests away from the target, for whatever reason (li2017, Fig. 1d). */
const definition = defineDetector({
  name: 'stall',
  source: 'li2017 Fig. 1d',
  event: 'stall',
  severity: 'warning',
  definition: 'the generator does not move while it is far from the target',
  options: {
    below: { default: 1e-9, min: 0, max: 1e9, description: 'slower than this a step is at rest' },
    hold: { default: 200, min: 0, max: 1e9, description: 'for so many steps' },
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
      description: 'cleared when it is faster than this many times the limit',
    },
    signal: {
      default: 'generator.means',
      points: 'generator.positions',
      description: 'what should move',
    },
    distance: { default: 'l1', points: 'w2', description: 'distance to the target' },
  },
  needs: ({ signal, distance, far }) => (far > 0 ? [signal, distance] : [signal]),
  reads: () => [],
  create: ({ below, hold, far, release, signal, distance: name }) => ({
    init: (): Memory => blank,
    next(memory: Memory, { step, signals }) {
      const means = list(signals[signal])
      const change = speed(memory, means, step)
      const distance = far > 0 ? largest(signals[name]) : Infinity
      const away = distance > far
      const ends = !away || change > release * below
      const after = held(memory.hold, step, away && change < below, ends, hold)
      const evidence = () => ({ speed: change, below, distance, far, hold })
      return [{ hold: after, step, means }, told(memory.hold, after, step, evidence)]
    },
  }),
})

export default definition

/** Watches for a stall: `stall({ hold: 500 })`. */
export const stall: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
