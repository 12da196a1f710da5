import { defineDetector, largest, type Detector, type Observation } from '@ganglion/core'

/** A growth without retreat: where it began, and how long its last two doublings took. */
interface Memory {
  readonly reported: boolean
  readonly start: number
  readonly base: number
  readonly peak: number
  /** The next size that counts as a doubling, and when the last one was reached. */
  readonly mark: number
  readonly marked: number
  readonly lasted: number
  readonly doublings: number
}

const fresh = (step: number, size: number): Memory => ({
  reported: false,
  start: step,
  base: size,
  peak: size,
  mark: 0,
  marked: step,
  lasted: Infinity,
  doublings: 0,
})

/** How many numbers of the generator, or the payoff, are not finite. */
function broken({ signals }: Observation, signal: string): number {
  let count = 0
  for (const name in signals) {
    if (name !== 'payoff' && name !== signal && !name.startsWith('generator.')) continue
    const reading = signals[name]!
    if (typeof reading === 'number') count += Number.isFinite(reading) ? 0 : 1
    else for (let i = 0; i < reading.length; i++) count += Number.isFinite(reading[i]) ? 0 : 1
  }
  return count
}

/** A retreat by more than this share ends a growth. */
const retreat = 0.9
/** A straight line takes twice as long for each doubling; slower than this, it levels off. */
const slowing = 2.25

/** The growth after one more observation; the memory itself when nothing changed. */
function grown(memory: Memory, step: number, size: number, floor: number): Memory {
  const { base, peak, mark, doublings } = memory
  if (size <= base || size < retreat * peak)
    return { ...fresh(step, size), reported: memory.reported }
  if (size <= peak) return memory
  if (mark === 0) {
    const first = Math.max(base, floor)
    return { ...memory, peak: size, mark: 2 * first, marked: size < first ? memory.start : step }
  }
  if (size < mark)
    return {
      ...memory,
      peak: size,
      marked: doublings === 0 && size < mark / 2 ? step : memory.marked,
    }
  const lasted = step - memory.marked
  const straight = doublings === 0 || lasted <= slowing * memory.lasted + 2
  return {
    ...memory,
    peak: size,
    mark: 2 * mark,
    marked: step,
    lasted,
    doublings: straight ? doublings + 1 : 0,
  }
}

/** Divergence: the generator leaves every bound, or is not a number any more. */
const definition = defineDetector({
  name: 'divergence',
  source: 'becker2022 sec. 5, for points that escape',
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
      description: 'growth counts from this size on, or from that of the target means',
    },
    signal: { default: 'generator.means', description: 'what must stay within the bound' },
  },
  needs: ({ signal }) => [signal],
  create: ({ bound, doublings, hold, floor, signal }) => ({
    init: (): Memory => fresh(0, Infinity),
    next(memory: Memory, observation) {
      const { step, signals } = observation
      const size = largest(signals[signal])
      const nonFinite = broken(observation, signal)
      const evidence = { size, bound, nonFinite }
      if (nonFinite > 0) {
        if (memory.reported) return [memory, null]
        return [
          { ...memory, reported: true },
          { type: 'event', since: step, evidence },
        ]
      }
      const target = signals['target.means']
      const scale = target === undefined ? floor : Math.max(floor, largest(target))
      const after = grown(memory, step, size, scale)
      const grows = after.doublings >= doublings && step - after.start >= hold
      const lost = size > bound || grows
      if (lost && !memory.reported) {
        const since = grows ? after.start : step
        const seen = { ...evidence, doublings: after.doublings, base: after.base }
        return [
          { ...after, reported: true },
          { type: 'event', since, evidence: seen },
        ]
      }
      // Back within the bound, and in retreat: the growth has begun anew.
      if (memory.reported && !lost && after.peak === size && after.start === step) {
        return [
          { ...after, reported: false },
          { type: 'cleared', since: step, evidence },
        ]
      }
      return [after, null]
    },
  }),
})

export default definition

/** Watches for divergence: `divergence({ bound: 100 })`. */
export const divergence: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
