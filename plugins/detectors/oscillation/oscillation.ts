import { average, defineDetector, list, type Detector } from '@ganglion/core'
import { each, type Swings } from './coordinates.ts'
import { blank, followed, type Swing } from './swing.ts'

/** Of one number, or of every coordinate of positions. */
type Memory = Swing | Swings

/** Oscillation: a signal swings to and fro and does not come to rest (li2017, sec. 2 and Fig. 1b). */
const definition = defineDetector({
  name: 'oscillation',
  source: 'li2017 sec. 2, Fig. 1b',
  event: 'oscillation',
  severity: 'warning',
  definition: 'several smooth swings in a row, of similar duration and without decay',
  options: {
    amplitude: {
      default: 0.3,
      min: 1e-300,
      max: 1e300,
      description: 'a swing goes from low to high by at least this',
    },
    swings: { default: 4, min: 2, max: 1000, description: 'so many swings in a row' },
    decay: {
      default: 0.8,
      min: 0,
      max: 1e9,
      description: 'the last swing is at least this share of the first of them',
    },
    roughness: {
      default: 0.35,
      min: 0,
      max: 1e9,
      description:
        'the way of a swing is at most this times its height times the root of its observations; ' +
        'a random walk takes 0.5',
    },
    signal: {
      default: 'generator.means',
      points: 'generator.positions',
      description: 'what swings; of positions each coordinate, of another list its mean',
    },
  },
  needs: ({ signal }) => [signal],
  reads: ({ signal }) => [signal.replace(/positions$/, 'masses')],
  create: ({ signal, ...limits }) =>
    signal.endsWith('positions')
      ? {
          init: (): Memory => ({ swings: [], open: [] }),
          next: (memory: Memory, { step, signals }) => {
            const values = list(signals[signal])
            const masses = list(signals[signal.replace(/positions$/, 'masses')])
            return each(memory as Swings, step, values, values.length / masses.length, limits)
          },
        }
      : {
          init: (): Memory => blank,
          next: (memory: Memory, { step, signals }) =>
            followed(memory as Swing, step, average(signals[signal]), limits),
        },
})

export default definition

/** Watches for oscillation: `oscillation({ signal: 'loss', amplitude: 0.1 })`. */
export const oscillation: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
