import type { Observation } from '@ganglion/core'
import type { Point } from '@ganglion/plot'
import { column } from './columns.ts'
import { pointView, seen, type PointView } from './point-view.ts'
import { list } from './signals.ts'

/** More trails than this are not told apart. */
const mostTrails = 32

/** Two laws of points as a frame tells them: positions row-major, a row a point. */
export interface PointLaws {
  readonly view: PointView
  readonly targets: readonly number[]
  readonly generated: readonly number[]
}

/** The laws of a frame where both are points of as many dimensions; null where they are not. */
export function pointLaws(frame: Observation): PointLaws | null {
  const [targets, generated] = [list(frame, 'target.positions'), list(frame, 'generator.positions')]
  const dimensions = dimensionsOf(frame, 'target')
  if (dimensions === null || dimensions !== dimensionsOf(frame, 'generator')) return null
  return { view: viewOf(frame, targets, dimensions), targets, generated }
}

/** Numbers of a point of an owner's law; null where it tells no points. */
function dimensionsOf(frame: Observation, owner: 'target' | 'generator'): number | null {
  const masses = list(frame, `${owner}.masses`).length
  const dimensions = list(frame, `${owner}.positions`).length / masses
  return Number.isInteger(dimensions) && dimensions > 0 ? dimensions : null
}

/** By frame: title, legend and lines look at the same one. */
const views = new WeakMap<Observation, PointView>()
/** The view of the last frame, and of which points: a target stands still, so one look at it serves a run. */
let last: { readonly targets: readonly number[]; readonly view: PointView } | null = null

function viewOf(frame: Observation, targets: readonly number[], dimensions: number): PointView {
  const found = views.get(frame)
  if (found) return found
  const same =
    last?.view.dimensions === dimensions &&
    last.targets.length === targets.length &&
    last.targets.every((value, k) => value === targets[k])
  const view = same ? last!.view : pointView(targets, dimensions)
  last = { targets, view }
  views.set(frame, view)
  return view
}

/** Where points stand on the plane. */
export function pointsOf(view: PointView, positions: readonly number[]): Point[] {
  return Array.from({ length: positions.length / view.dimensions }, (_, k) => ({
    x: seen(view, positions, k * view.dimensions, 0),
    y: seen(view, positions, k * view.dimensions, 1),
  }))
}

/** Where the generated points have been over a history, oldest place first; none where the history does not tell. */
export function trailsOf(
  history: readonly Observation[],
  view: PointView,
): { readonly x: readonly number[]; readonly y: readonly number[] }[] {
  const newest = history.at(-1)
  const { dimensions } = view
  const count = newest ? list(newest, 'generator.positions').length / dimensions : 0
  const along = (point: number, axis: 0 | 1): readonly number[] =>
    column(history, `generator.positions ${point} along ${axis}`, (frame) =>
      seen(view, list(frame, 'generator.positions'), point * dimensions, axis),
    )
  return Array.from({ length: Math.min(mostTrails, count) }, (_, point) => ({
    x: along(point, 0),
    y: along(point, 1),
  }))
}
