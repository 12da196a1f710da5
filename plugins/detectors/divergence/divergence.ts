import {
  defineDetector,
  largest,
  list,
  type Detector,
  type Observation,
  type Reading,
  type Report,
} from '@ganglion/core'
import { escapeOf, marked, type Mark } from './escape.ts'

/** A growth without retreat: where it began, and how long its last doubling took. */
interface Growth {
  readonly start: number
  readonly base: number
  readonly peak: number
  /** The next size that counts as a doubling, and when the last one was reached. */
  readonly mark: number
  readonly marked: number
  readonly lasted: number
  readonly doublings: number
  /** Where everything was at the last doublings. */
  readonly trail: readonly Mark[]
}

interface Memory {
  readonly growth: Growth
  /** The last step at which it was lost, null while nothing is reported. */
  readonly lost: number | null
}

const begun = (step: number, size: number): Growth => ({
  start: step,
  base: size,
  peak: size,
  mark: 0,
  marked: step,
  lasted: Infinity,
  doublings: 0,
  trail: [],
})

/** How many numbers of the generator, or the payoff, are not finite. */
function broken({ signals }: Observation, signal: string): number {
  let count = 0
  for (const name in signals) {
    if (name !== 'payoff' && name !== signal && !name.startsWith('generator.')) continue
    const reading = signals[name]!
    if (typeof reading === 'number') count += Number.isFinite(reading) ? 0 : 1
    else for (let i = 0; i < reading.length; i++) if (!Number.isFinite(reading[i])) count++
  }
  return count
}

/** A retreat by more than this share ends a growth. */
const retreat = 0.9
/** A straight line takes twice as long for each doubling; slower than this, it levels off. */
const slowing = 2.5

/** The growth after one more observation; the same object when nothing changed. */
function grown(
  growth: Growth,
  step: number,
  size: number,
  floor: number,
  numbers: Reading | undefined,
): Growth {
  const { base, peak, mark } = growth
  if (size <= base || size < retreat * peak) {
    return size === base && step === growth.start ? growth : begun(step, size)
  }
  if (size <= peak) return growth
  const first = Math.max(base, floor)
  if (size < first) return { ...growth, peak: size, marked: step }
  if (mark === 0) return { ...growth, peak: size, mark: 2 * first, marked: step }
  if (size < mark) return { ...growth, peak: size }
  const lasted = step - growth.marked
  const straight = lasted <= slowing * growth.lasted + 2
  const doublings = straight ? growth.doublings + 1 : 1
  const trail = marked(growth.trail, step, list(numbers))
  return { ...growth, peak: size, mark: 2 * mark, marked: step, lasted, doublings, trail }
}

/** What the target calls what the generator calls so. */
const targetOf = (signal: string): string =>
  signal.startsWith('generator.') ? `target.${signal.slice('generator.'.length)}` : signal

/** Of positions there are as many a point as masses tell; of anything else every number is a point on a line. */
function dimensionsOf(signal: string, signals: Observation['signals']): number {
  if (!signal.endsWith('positions')) return 1
  const masses = list(signals[signal.replace(/positions$/, 'masses')])
  const dimensions = list(signals[signal]).length / masses.length
  return Number.isInteger(dimensions) ? dimensions : 0
}

/** Divergence: the generator leaves every bound, or is not a number any more. */
const definition = defineDetector({
  name: 'divergence',
  source: 'becker2022 sec. 5, theorem 3, for points that escape',
  event: 'divergence',
  severity: 'error',
  definition:
    "the generator's state or the payoff is not finite, beyond a bound, or grows and grows",
  options: {
    bound: { default: 1e3, min: 0, max: 1e300, description: 'absolute values above this are lost' },
    doublings: { default: 3, min: 1, max: 1000, description: 'growth: doubled so often in a row' },
    hold: { default: 100, min: 0, max: 1e9, description: 'growth: over at least so many steps' },
    floor: {
      default: 1,
      min: 1e-300,
      max: 1e300,
      description: 'growth counts from this size on, or from that of the target',
    },
    release: {
      default: 500,
      min: 0,
      max: 1e9,
      description: 'cleared after so many steps without any of it',
    },
    signal: {
      default: 'generator.means',
      points: 'generator.positions',
      description: 'what must stay within the bound',
    },
  },
  needs: ({ signal }) => [signal],
  reads: ({ signal }) => [
    'generator.*',
    'payoff',
    'target.means',
    targetOf(signal),
    signal.replace(/positions$/, 'masses'),
  ],
  create: ({ bound, doublings, hold, floor, release, signal }) => ({
    init: (): Memory => ({ growth: begun(0, Infinity), lost: null }),
    next(memory: Memory, observation) {
      const { step, signals } = observation
      const nonFinite = broken(observation, signal)
      const size = largest(signals[signal])
      const target = signals[targetOf(signal)] ?? signals['target.means']
      const scale = target === undefined ? floor : Math.max(floor, largest(target))
      const growth =
        nonFinite > 0 ? memory.growth : grown(memory.growth, step, size, scale, signals[signal])
      const grows = growth.doublings >= doublings && step - growth.start >= hold
      const lost = nonFinite > 0 || size > bound || grows
      const evidence = () => {
        const growing = { doublings: growth.doublings, base: growth.base }
        const { trail } = growth
        return {
          size,
          bound,
          nonFinite,
          ...growing,
          ...escapeOf(trail, dimensionsOf(signal, signals)),
        }
      }
      if (memory.lost === null) {
        if (!lost) return [growth === memory.growth ? memory : { growth, lost: null }, null]
        const since = nonFinite === 0 && grows ? growth.start : step
        return [
          { growth, lost: step },
          { type: 'event', since, evidence: evidence() },
        ]
      }
      if (lost) return [{ growth, lost: step }, null]
      if (step - memory.lost <= release) return [{ growth, lost: memory.lost }, null]
      const report: Report = { type: 'cleared', since: memory.lost, evidence: evidence() }
      return [{ growth, lost: null }, report]
    },
  }),
})

export default definition

/** Watches for divergence: `divergence({ bound: 100 })`. */
export const divergence: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create

/** Growth counts from the size of the target's means on, where they are told. */
export const conformance = { optional: ['target.means'] }
