import { defineDetector, held, idle, list, told, type Detector, type Hold } from '@ganglion/core'

/** Discriminator collapse: every piece of the discriminator is dead and it cannot come back (li2017, sec. 3.1). */
const definition = defineDetector({
  name: 'discriminator-collapse',
  source: 'li2017 sec. 3.1',
  event: 'discriminator-collapse',
  severity: 'error',
  definition: 'all intervals of the discriminator are dead at once',
  options: {
    hold: { default: 100, min: 0, max: 1e9, description: 'for so many steps' },
    signal: {
      default: 'discriminator.alive',
      description: 'what is 0 for a dead piece: flags, or widths such as interval-width',
    },
  },
  needs: ({ signal }) => [signal],
  reads: () => [],
  create: ({ hold, signal }) => ({
    init: (): Hold => idle,
    next(memory: Hold, { step, signals }) {
      const pieces = list(signals[signal])
      let alive = 0
      for (let i = 0; i < pieces.length; i++) if (pieces[i] !== 0) alive++
      const dead = alive === 0
      const after = held(memory, step, dead, !dead, hold)
      return [after, told(memory, after, step, () => ({ alive, pieces: pieces.length, hold }))]
    },
  }),
})

export default definition

/** Watches for discriminator collapse: `discriminatorCollapse({ signal: 'interval-width' })`. */
export const discriminatorCollapse: (
  options?: Parameters<typeof definition.create>[0],
) => Detector = definition.create
