import type { Observation } from '@ganglion/core'
import { Box, Text } from 'ink'
import { Tinted } from '../tinted.tsx'
import type { PaneSize } from '../layout.ts'
import { rangeOf, steady, type Range } from '@ganglion/plot'
import { bottomAxis, leftAxis } from '@ganglion/plot'
import { drawTrajectories, type Trajectory } from '@ganglion/plot'
import { list, open } from '../signals.ts'
import { colors, inks } from './palette.ts'
import { PaneTitle } from './pane-title.tsx'
import { PlotLines } from './plot-lines.tsx'

const legend = [
  { text: 'over steps:', color: undefined },
  { text: '─ means', color: colors[inks.generator] },
  { text: '┄ optimum', color: colors[inks.target] },
  { text: '─ D ends', color: colors[inks.interval] },
]

/** Parameters over time against their optimum. */
export function TrajectoryPane(props: PaneSize & { readonly history: readonly Observation[] }) {
  const { history, columns, rows } = props
  const last = history.at(-1)
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <PaneTitle legend={legend} columns={columns} />
      {last && list(last, 'generator.means').length > 0 ? (
        <Lines last={last} {...{ history, columns, rows }} />
      ) : (
        <Tinted dim>
          {last ? 'no parameters in these frames' : 'waiting for the first frame'}
        </Tinted>
      )}
    </Box>
  )
}

function Lines(
  props: PaneSize & { readonly history: readonly Observation[]; readonly last: Observation },
) {
  const { history, last, columns, rows } = props
  const height = rows - 3
  if (height < 1) return null
  const means = over(history, 'generator.means', inks.generator)
  const ends = ['left', 'right'].flatMap((end) =>
    over(history, `discriminator.${end}`, inks.interval),
  )
  const optimum = list(last, 'target.means')
  const y = yRange(means, ends, optimum)
  const x = { low: history[0]!.step, high: Math.max(last.step, history[0]!.step + 1) }
  const axis = leftAxis(y, height)
  const margin = axis[0]!.length
  const width = columns - margin
  const levels = optimum.map((value) => ({ value, ink: inks.target }))
  const [line, labels] = bottomAxis(x, width)
  return (
    <>
      <PlotLines
        axis={axis}
        rows={drawTrajectories([...ends, ...means], levels, x, y, width, height)}
      />
      <Text wrap="truncate">{`${' '.repeat(margin - 1)}└${line}`}</Text>
      <Text wrap="truncate">{' '.repeat(margin) + labels}</Text>
    </>
  )
}

/** A trajectory for every cell of a signal. */
function over(history: readonly Observation[], name: string, ink: number): Trajectory[] {
  const lists = history.map((frame) => list(frame, name))
  const steps = history.map((frame) => frame.step)
  return (lists.at(-1) ?? []).map((_, cell) => ({
    steps,
    values: lists.map((values) => open(values[cell] ?? NaN)),
    ink,
  }))
}

/** Holds all means and optima; ends of intervals widen it to twice that at most, and leave the plot beyond. */
function yRange(
  means: readonly Trajectory[],
  ends: readonly Trajectory[],
  optimum: readonly number[],
): Range {
  const core = rangeOf([...means.flatMap((m) => m.values), ...optimum], 0.1)
  const spare = (core.high - core.low) / 2
  const near = ends
    .flatMap((e) => e.values)
    .filter((end) => end > core.low - spare && end < core.high + spare)
  return steady(rangeOf([core.low, core.high, ...near]))
}
