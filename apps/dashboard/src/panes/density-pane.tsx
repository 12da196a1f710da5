import type { Observation } from '@ganglion/core'
import { Box, Text } from 'ink'
import { Tinted } from '../tinted.tsx'
import type { PaneSize } from '../layout.ts'
import { rangeOf, steady, type Range } from '@ganglion/plot'
import { band } from '@ganglion/plot'
import { drawDensities, peak, type Mixture } from '@ganglion/plot'
import { bottomAxis, leftAxis } from '@ganglion/plot'
import { intervals, mixture, type Interval } from '../signals.ts'
import { colors, inks } from './palette.ts'
import { PaneTitle } from './pane-title.tsx'
import { PlotLines } from './plot-lines.tsx'

const legend = [
  { text: '┄ target', color: colors[inks.target] },
  { text: '─ generator', color: colors[inks.generator] },
  { text: '▒ D intervals', color: colors[inks.interval] },
]

/** Target against generated density, and the intervals of the discriminator under the same axis. */
export function DensityPane(props: PaneSize & { readonly frame: Observation | null }) {
  const { frame, columns, rows } = props
  const mixtures = frame
    ? { target: mixture(frame, 'target'), generator: mixture(frame, 'generator') }
    : null
  const drawn = [mixtures?.target, mixtures?.generator].filter((m) => !!m)
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <PaneTitle legend={legend} columns={columns} />
      {frame && drawn.length > 0 ? (
        <Curves
          target={mixtures!.target}
          generator={mixtures!.generator}
          {...{ frame, columns, rows }}
        />
      ) : (
        <Tinted dim>
          {frame ? 'no densities in these frames' : 'waiting for the first frame'}
        </Tinted>
      )}
    </Box>
  )
}

function Curves(
  props: PaneSize & {
    readonly frame: Observation
    readonly target: Mixture | null
    readonly generator: Mixture | null
  },
) {
  const { frame, target, generator, columns, rows } = props
  const found = intervals(frame)
  const bands = bandRows(found, rows)
  const height = rows - 3 - bands.length
  if (height < 1) return null
  const both = [target, generator].filter((m) => m !== null)
  const y = { low: 0, high: steady({ low: 0, high: peak(both) || 1 }).high }
  const axis = leftAxis(y, height)
  const margin = axis[0]!.length
  const width = columns - margin
  const x = steady(rangeOf(both.flatMap(reach)))
  const curves = [
    { mixture: target, ink: inks.target, dotted: true },
    { mixture: generator, ink: inks.generator, dotted: false },
  ].filter((c): c is typeof c & { mixture: Mixture } => c.mixture !== null)
  const [line, labels] = bottomAxis(x, width)
  return (
    <>
      <PlotLines axis={axis} rows={drawDensities(curves, x, y, width, height)} />
      {bands.map((row, at) => (
        <Band key={at} row={row} {...{ x, width, margin }} />
      ))}
      <Text wrap="truncate">{`${' '.repeat(margin - 1)}└${line}`}</Text>
      <Text wrap="truncate">{' '.repeat(margin) + labels}</Text>
    </>
  )
}

function Band(props: { row: readonly Interval[]; x: Range; width: number; margin: number }) {
  const { row, x, width, margin } = props
  const alive = row.filter((interval) => interval.alive)
  return (
    <Text wrap="truncate">
      {`${'D'.padStart(margin - 1)}│`}
      <Tinted color={colors[inks.interval]} dim={alive.length === 0}>
        {alive.length > 0 ? band(alive, x, width) : ' dead'.padEnd(width)}
      </Tinted>
    </Text>
  )
}

/** A row for each interval where there is room, else all in one. */
function bandRows(found: readonly Interval[], rows: number): (readonly Interval[])[] {
  if (found.length === 0) return []
  return found.length <= 4 && rows >= 9 + found.length ? found.map((one) => [one]) : [found]
}

/** Where a mixture has its mass. */
function reach({ means, deviations }: Mixture): number[] {
  return means.flatMap((mean, k) => [mean - 3.5 * deviations[k]!, mean + 3.5 * deviations[k]!])
}
