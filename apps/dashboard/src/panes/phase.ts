import type { Observation } from '@ganglion/core'
import {
  drawPhasePlane,
  marks,
  rangeOf,
  steady,
  type Path,
  type Point,
  type Range,
} from '@ganglion/plot'
import { arraysOf, list, shortName, tracks, type Track } from '../signals.ts'
import { framed, instead, noFrame, type Drawing, type Inside } from './framed.ts'
import type { Piece } from './line.ts'
import { inks } from './palette.ts'
import type { HistoryData } from './parameters.ts'

/** Two coordinates of the state against each other, and where they should be. */
interface Plane {
  readonly across: Track
  readonly up: Track
  readonly targets: readonly Point[]
}

/** The path of two coordinates: where it began, where it is, and the target. */
export function phaseLines(
  { history, glyphs, failed }: HistoryData,
  columns: number,
  rows: number,
) {
  if (history.length === 0) return noFrame(failed, columns, rows)
  const plane = planeOf(history)
  if (!plane) return instead('these frames tell no two parameters', columns, rows)
  const { across, up, targets } = plane
  const x = steady(rangeOf([...across.values, ...targets.map((point) => point.x)], 0.05))
  const y = steady(rangeOf([...up.values, ...targets.map((point) => point.y)], 0.05))
  const marked = targets.map((point) => ({ ...point, ink: inks.target }))
  const draw: Drawing['draw'] = (inside, span) => {
    const paths = [moving(across.values, up.values, x, span, inside)]
    return drawPhasePlane({ paths, targets: marked }, x, span, inside.columns, inside.rows, glyphs)
  }
  return framed({ x, y, glyphs, draw }, columns, rows)
}

/** The path without the points at which it has not moved by a dot; its older half in time stays the faded one. */
function moving(
  across: readonly number[],
  up: readonly number[],
  x: Range,
  y: Range,
  { columns, rows }: Inside,
): Path {
  const [dotX, dotY] = [(x.high - x.low) / (2 * columns), (y.high - y.low) / (4 * rows)]
  const kept: number[] = []
  let young = 0
  for (let k = 0; k < across.length; k++) {
    const last = kept.at(-1) ?? -1
    const far =
      last < 0 ||
      !(Math.abs(across[k]! - across[last]!) < dotX && Math.abs(up[k]! - up[last]!) < dotY)
    if (far || k === across.length - 1) kept.push(k)
    if (k < across.length / 2) young = kept.length
  }
  return {
    x: kept.map((k) => across[k]!),
    y: kept.map((k) => up[k]!),
    ink: inks.generator,
    faded: young / kept.length,
  }
}

/** What stands across and up, and the marks. */
export function phaseLegend({ history, glyphs }: Omit<HistoryData, 'failed'>): Piece[][] {
  const plane = history.length > 0 ? planeOf(history) : null
  if (!plane) return []
  const { start, end, target } = marks[glyphs]
  const axes: Piece = { text: `${plane.up.name} against ${plane.across.name}` }
  const path: Piece[] = [
    { text: `${start} start`, role: 'generator' },
    { text: `${end} now`, role: 'generator' },
  ]
  const aim: Piece[] =
    plane.targets.length > 0 ? [{ text: `${target} target`, role: 'target' }] : []
  return [[axes, ...path, ...aim], [axes, path[1]!, ...aim], [axes, ...aim], [axes]]
}

/** The first two numbers of the generator, else its only one and the first that moves of the discriminator. */
function planeOf(history: readonly Observation[]): Plane | null {
  const last = history.at(-1)!
  const [own, others] = (['generator', 'discriminator'] as const).map((owner) =>
    arraysOf(last, owner).flatMap((name) => tracks(history, name, singular(name), 2)),
  ) as [Track[], Track[]]
  const optimum = list(last, 'target.means')
  if (own.length >= 2) return { across: own[0]!, up: own[1]!, targets: targetsOf(last, optimum) }
  const other = others.find(({ values }) => values.some(Number.isFinite))
  if (!own[0] || !other) return null
  return { across: own[0], up: { ...other, name: `D ${other.name}` }, targets: [] }
}

/** With equal weights the components may change places: then each order of two is a target. */
function targetsOf(frame: Observation, optimum: readonly number[]): Point[] {
  if (optimum.length < 2 || list(frame, 'generator.means').length < 2) return []
  const [first, second] = [optimum[0]!, optimum[1]!]
  const weights = [...list(frame, 'target.weights'), ...list(frame, 'generator.weights')]
  const exchangeable = optimum.length === 2 && weights.every((weight) => weight === weights[0])
  const points = [{ x: first, y: second }]
  return exchangeable && first !== second ? [...points, { x: second, y: first }] : points
}

const singular = (name: string): string => {
  if (name.endsWith('.positions')) return 'coordinate'
  return name.endsWith('.means') ? 'mean' : shortName(name)
}
