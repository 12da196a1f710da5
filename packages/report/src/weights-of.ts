import type { Frame } from '@ganglion/core'
import type { TrajectoryFigure } from './figure.ts'

/**
 * The weights of a generator that learns them, of one member over the steps of its frames, with those of the target as
 * levels; null where frames hold none, or they never change.
 */
export function weightsOf(
  frames: readonly Frame[],
  { name, title, member = 0 }: { name: string; title: string; member?: number },
): TrajectoryFigure | null {
  const first = frames[0]?.signals['generator.weights']
  if (!first) return null
  const paths = Array.from({ length: first.cells }, (_, k) => ({
    label: `weight ${k + 1}`,
    values: frames.map(({ members, signals }) => {
      return signals['generator.weights']?.numbers[k * members + member] ?? NaN
    }),
  }))
  if (paths.every(({ values }) => values.every((value) => value === values[0]))) return null
  const target = frames[0]!.signals['target.weights']
  const levels = new Set(
    Array.from({ length: target?.cells ?? 0 }, (_, k) => {
      return target!.numbers[k * frames[0]!.members + member]!
    }),
  )
  return {
    kind: 'trajectories',
    name,
    title,
    label: 'weight',
    steps: frames.map(({ step }) => step),
    paths,
    stretches: [],
    levels: [...levels].map((value) => ({ label: 'of the target', value })),
  }
}
