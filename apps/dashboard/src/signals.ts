import type { Observation } from '@ganglion/core'
import type { Span } from '@ganglion/plot'
import type { Mixture } from '@ganglion/plot'

/** Ends of intervals beyond this mean infinity. */
const infinite = 1e8

/** A signal as a list; empty when the frame lacks it. */
export function list(frame: Observation, name: string): readonly number[] {
  const signal = frame.signals[name]
  if (signal === undefined) return []
  return typeof signal === 'number' ? [signal] : signal
}

/** The mixture of normals that `target` or `generator` is, or null. Weights that are not told are equal. */
export function mixture(frame: Observation, owner: 'target' | 'generator'): Mixture | null {
  const means = list(frame, `${owner}.means`)
  const deviation = list(frame, `${owner}.deviation`)
  if (means.length === 0 || deviation.length === 0) return null
  const weights = list(frame, `${owner}.weights`)
  return {
    means,
    weights: means.map((_, k) => weights[k] ?? 1 / means.length),
    deviations: means.map((_, k) => deviation[k] ?? deviation[0]!),
  }
}

/** An interval of the discriminator. */
export interface Interval extends Span {
  /** Alive and not empty. */
  readonly alive: boolean
}

/** The intervals of the discriminator; empty when it has none. */
export function intervals(frame: Observation): Interval[] {
  const [left, right, alive] = ['left', 'right', 'alive'].map((name) =>
    list(frame, `discriminator.${name}`),
  ) as [readonly number[], readonly number[], readonly number[]]
  return left.map((from, k) => {
    const span = { left: open(from), right: open(right[k] ?? NaN) }
    return { ...span, alive: (alive[k] ?? 1) > 0 && span.left < span.right }
  })
}

/** The end of an interval, infinite ones as such. */
export function open(end: number): number {
  return Math.abs(end) > infinite ? Math.sign(end) * Infinity : end
}
