import { observe, type Frame } from '@ganglion/core'
import type { TrajectoryFigure } from './figure.ts'

/** Numbers of a frame as a list. */
const list = (value: number | readonly number[] | undefined): readonly number[] =>
  value === undefined ? [] : typeof value === 'number' ? [value] : value

/**
 * The means of a generator and the intervals of a discriminator of one member over the steps of its frames, with the means
 * of the target as levels; null where frames hold no means of a generator.
 */
export function trajectoryOf(
  frames: readonly Frame[],
  { name, title, member = 0 }: { name: string; title: string; member?: number },
): TrajectoryFigure | null {
  const seen = frames.map((frame) => observe(frame, member))
  const over = (signal: string): number[][] => {
    const rows = seen.map(({ signals }) => list(signals[signal]))
    return Array.from({ length: rows[0]?.length ?? 0 }, (_, c) => rows.map((row) => row[c] ?? NaN))
  }
  const means = over('generator.means')
  if (means.length === 0) return null
  const [left, right, alive] = [
    over('discriminator.left'),
    over('discriminator.right'),
    over('discriminator.alive'),
  ]
  const living = (values: readonly number[], k: number): number[] =>
    values.map((value, n) => ((alive[k]?.[n] ?? 1) > 0.5 ? value : NaN))
  return {
    kind: 'trajectories',
    name,
    title,
    label: 'x',
    steps: seen.map(({ step }) => step),
    paths: means.map((values, k) => ({ label: named('mean', k, means.length), values })),
    stretches: left.map((from, k) => ({
      label: named('interval', k, left.length),
      left: living(from, k),
      right: living(right[k] ?? [], k),
    })),
    levels: list(seen[0]!.signals['target.means']).map((value, k, all) => ({
      label: named('optimum', k, all.length),
      value,
    })),
  }
}

const named = (what: string, k: number, of: number): string => (of > 1 ? `${what} ${k + 1}` : what)
