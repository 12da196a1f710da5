import { defineDetector, pointsOf, type Detector, type Report } from '@ganglion/core'
import { crowdsWithin, separationOf, type Crowd } from './crowd.ts'

/** A crowd whose centre has kept within a box, and since when. */
interface Rest {
  readonly point: number
  readonly since: number
  readonly low: readonly number[]
  readonly high: readonly number[]
}

interface Memory {
  readonly rests: readonly Rest[]
  /** The true point of the crowd that was reported; null while none is. */
  readonly reported: number | null
}

const blank: Memory = { rests: [], reported: null }

/** The rest of a crowd after one more observation, begun anew where its centre has left the box. */
function rested(
  before: Rest | undefined,
  { point, centre }: Crowd,
  step: number,
  still: number,
): Rest {
  const anew = { point, since: step, low: centre, high: centre }
  if (before?.low.length !== centre.length) return anew
  const low = centre.map((x, axis) => Math.min(x, before.low[axis]!))
  const high = centre.map((x, axis) => Math.max(x, before.high[axis]!))
  if (high.some((top, axis) => top - low[axis]! > still)) return anew
  return { point, since: before.since, low, high }
}

/** Approximate mode collapse: more generated mass than true mass comes to rest about one true point (becker2022, sec. 4). */
const definition = defineDetector({
  name: 'approximate-mode-collapse',
  source: 'becker2022 sec. 4, theorem 2',
  event: 'approximate-mode-collapse',
  severity: 'error',
  definition:
    'two or more generated points, of more mass than the true point they are near, stay about it',
  options: {
    near: {
      default: 0.35,
      min: 0,
      max: 0.5,
      description: 'points within this share of the smallest target separation are near',
    },
    still: {
      default: 0.1,
      min: 0,
      max: 1e300,
      description: 'their centre keeps within a box of this width, in the unit of x',
    },
    hold: { default: 1000, min: 0, max: 1e9, description: 'for so many steps' },
    release: {
      default: 1.25,
      min: 1,
      max: 1e9,
      description: 'cleared when they are not within this many times the limit any more',
    },
    positions: { default: 'generator.positions', description: 'the generated points' },
    masses: { default: 'generator.masses', description: 'their masses' },
    targetPositions: { default: 'target.positions', description: 'the true points' },
    targetMasses: { default: 'target.masses', description: 'their masses' },
  },
  needs: ({ positions, masses, targetPositions, targetMasses }) => [
    positions,
    masses,
    targetPositions,
    targetMasses,
  ],
  reads: () => [],
  create: ({ near, still, hold, release, positions, masses, targetPositions, targetMasses }) => ({
    init: (): Memory => blank,
    next(memory: Memory, { step, signals }) {
      const target = pointsOf(signals[targetPositions], signals[targetMasses])
      const generated = pointsOf(signals[positions], signals[masses])
      if (!target || target.positions[0]!.length !== generated?.positions[0]!.length)
        return [memory, null]
      const limit = near * separationOf(target)
      const crowds = crowdsWithin(target, generated, limit)
      const rests = crowds.map((crowd) =>
        rested(
          memory.rests.find(({ point }) => point === crowd.point),
          crowd,
          step,
          still,
        ),
      )
      const evidence = (crowd: Crowd | undefined) => ({
        ...(crowd && { held: crowd.held, excess: crowd.excess, spread: crowd.spread }),
        limit,
        hold,
      })
      if (memory.reported !== null) {
        const { reported } = memory
        const wider = crowdsWithin(target, generated, release * limit)
        if (wider.some(({ point }) => point === reported)) return [{ rests, reported }, null]
        const report: Report = {
          type: 'cleared',
          since: step,
          evidence: { point: reported, ...evidence(undefined) },
        }
        return [{ rests, reported: null }, report]
      }
      const at = rests.findIndex(({ since }) => step - since >= hold)
      if (at < 0) return [{ rests, reported: null }, null]
      const { point, since } = rests[at]!
      const report: Report = { type: 'event', since, evidence: { point, ...evidence(crowds[at]) } }
      return [{ rests, reported: point }, report]
    },
  }),
})

export default definition

/** Watches for approximate mode collapse: `approximateModeCollapse({ hold: 5000 })`. */
export const approximateModeCollapse: (
  options?: Parameters<typeof definition.create>[0],
) => Detector = definition.create

/** A pair that stays at the first of two true points, whose own stays away. */
const paired = Array.from({ length: 1500 }, (_, step) => ({
  step,
  signals: {
    'generator.positions': [0, step < 100 ? 1 : 0.1, 0.1, 0, 9, 9],
    'generator.masses': [0.25, 0.25, 0.5],
    'target.positions': [0, 0, 4, 0],
    'target.masses': [0.25, 0.75],
  },
}))

/** Two points of which one takes its own place in time. */
const apart = paired.map(({ step, signals }) => ({
  step,
  signals: { ...signals, 'generator.positions': [0, 0.1, step < 900 ? 0.1 : 4, 0, 9, 9] },
}))

/** Stories of two generated points at one true point, and of two that part. */
export const conformance = { fires: paired, quiet: apart }
