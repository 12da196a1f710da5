import type { Observation } from '@ganglion/core'
import type { Mixture, Span } from '@ganglion/plot'
import { column } from './columns.ts'

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
function open(end: number): number {
  return Math.abs(end) > infinite ? Math.sign(end) * Infinity : end
}

/** A number over steps or along x, by a name that a person reads. */
export interface Track {
  readonly name: string
  readonly values: readonly number[]
}

/** The cells of a signal over a history, the first `most`, infinite ends as such; none when the last frame lacks it. */
export function tracks(
  history: readonly Observation[],
  name: string,
  label: string,
  most: number = 8,
): Track[] {
  const last = history.at(-1)
  const cells = last ? list(last, name).length : 0
  return Array.from({ length: Math.min(cells, most) }, (_, cell) => ({
    name: cells > 1 ? `${label} ${cell + 1}` : label,
    values: column(history, `${name} ${cell}`, (frame) => open(cellOf(frame, name, cell))),
  }))
}

/** The steps of a history. */
export function stepsOf(history: readonly Observation[]): readonly number[] {
  return column(history, 'step', ({ step }) => step)
}

/** One cell of a signal, without making a list. */
function cellOf({ signals }: Observation, name: string, cell: number): number {
  const signal = signals[name]
  if (signal === undefined) return NaN
  return typeof signal === 'number' ? (cell === 0 ? signal : NaN) : (signal[cell] ?? NaN)
}

/** The arrays of a player's state: means or ends where it has them, else whatever it tells; not what says who is alive. */
export function arraysOf(frame: Observation, owner: 'generator' | 'discriminator'): string[] {
  const usual = owner === 'generator' ? ['means'] : ['left', 'right']
  const named = usual.map((name) => `${owner}.${name}`).filter((name) => name in frame.signals)
  if (named.length > 0) return named
  const quiet = ['weights', 'deviation', 'alive', 'masses'].map((name) => `${owner}.${name}`)
  return Object.keys(frame.signals).filter(
    (name) => name.startsWith(`${owner}.`) && !quiet.includes(name),
  )
}

/** The name of a signal without its owner: `discriminator.centre` is `centre`. */
export function shortName(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

/** Metrics of a single number, in the order in which the frame tells them. */
export function distances(frame: Observation): string[] {
  return Object.entries(frame.signals)
    .filter(([name, value]) => typeof value === 'number' && !name.includes('.') && !other(name))
    .map(([name]) => name)
}

const other = (name: string): boolean => name === 'payoff' || name === 'interval-width'
