import type { Observation } from '@ganglion/core'
import { rangeOf, steady, type Glyphs, type Range } from '@ganglion/plot'
import { arraysOf, list, shortName, stepsOf, tracks, type Track } from '../signals.ts'
import { framed, instead, noFrame, type Drawing } from './framed.ts'
import type { Piece } from './line.ts'
import { inks, swatch, type Style } from './palette.ts'
import { drawSeries, level, type Series } from './series.ts'

/** What is drawn over steps. */
export interface HistoryData {
  readonly history: readonly Observation[]
  readonly glyphs: Glyphs
  /** Whether the run has failed, so that no frame will come. */
  readonly failed: boolean
}

/** More lines than this of one player are left out: nobody tells them apart. */
const mostLines = 8

/** Parameters over steps against their optimum. */
export function parameterLines(
  { history, glyphs, failed }: HistoryData,
  columns: number,
  rows: number,
) {
  const last = history.at(-1)
  if (!last) return noFrame(failed, columns, rows)
  const [own, others] = [owned(history, 'generator'), owned(history, 'discriminator')]
  if (own.length + others.length === 0)
    return instead('these frames tell no parameters', columns, rows)
  const optimum = list(last, 'target.means')
  const x = stepRange(history)
  const y = yRange(own, others, optimum)
  const at = stepsOf(history)
  const series: Series[] = [
    ...others.map((track) => drawn(track, at, inks.discriminator, 'dashed')),
    ...optimum.map((value) => level(value, x, inks.target)),
    ...own.map((track) => drawn(track, at, inks.generator, 'solid')),
  ]
  const draw: Drawing['draw'] = (inside, span) => drawSeries(series, x, span, inside, glyphs)
  return framed({ x, y, glyphs, draw }, columns, rows)
}

/** The names of what is drawn. */
export function parameterLegend({ history, glyphs }: Omit<HistoryData, 'failed'>): Piece[][] {
  const last = history.at(-1)
  if (!last) return []
  const [own, others] = [arraysOf(last, 'generator'), arraysOf(last, 'discriminator')]
  const words: Piece[] = [
    {
      text: `${swatch('solid', inks.generator, glyphs)} ${own.map(shortName).join(', ')}`,
      role: 'generator',
    },
    { text: `${swatch('dotted', inks.target, glyphs)} optimum`, role: 'target' },
    {
      text: `${swatch('dashed', inks.discriminator, glyphs)} D ${namesOf(others)}`,
      role: 'discriminator',
    },
  ]
  const told = [own.length > 0, list(last, 'target.means').length > 0, others.length > 0]
  const full = words.filter((_, at) => told[at])
  const brief = full.map((word) =>
    word.role === 'discriminator' ? { ...word, text: word.text.slice(0, 3) } : word,
  )
  return [full, brief, full.slice(0, 2), full.slice(0, 1)]
}

const namesOf = (names: readonly string[]): string =>
  names[0]?.endsWith('.left') ? 'ends' : names.map(shortName).slice(0, 3).join(', ')

function owned(history: readonly Observation[], owner: 'generator' | 'discriminator'): Track[] {
  return arraysOf(history.at(-1)!, owner)
    .flatMap((name) => tracks(history, name, shortName(name), mostLines))
    .slice(0, mostLines)
}

const drawn = (track: Track, at: readonly number[], ink: number, style: Style): Series => ({
  at,
  values: track.values,
  ink,
  style,
})

/** From the first step to the last. */
export function stepRange(history: readonly Observation[]): Range {
  const [low, high] = [history[0]!.step, history.at(-1)!.step]
  return { low, high: Math.max(high, low + 1) }
}

/** Holds the generator and the optimum; the discriminator widens it to twice that at most, and leaves the plot beyond. */
function yRange(
  own: readonly Track[],
  others: readonly Track[],
  optimum: readonly number[],
): Range {
  const wanted = own.length > 0 ? own : others
  const core = rangeOf(values(wanted, optimum), 0.1)
  const spare = (core.high - core.low) / 2
  let { low, high } = core
  for (const { values } of others) {
    for (const value of values) {
      if (value > core.low - spare && value < low) low = value
      if (value < core.high + spare && value > high) high = value
    }
  }
  return steady({ low, high })
}

function* values(tracks: readonly Track[], more: readonly number[]): Iterable<number> {
  yield* more
  for (const track of tracks) yield* track.values
}
