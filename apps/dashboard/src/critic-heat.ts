import type { Frame, Plan } from '@ganglion/core'
import { criticOnPlane, type CriticKernel } from 'ganglion'
import { bounded } from './bounded.ts'
import { attempting, dimensionsOf, list, record, type SketchLimit } from './critic-curve.ts'
import type { CriticHeat } from './feed.ts'
import { boxOf, placed, pointView, type Box, type PointView } from './point-view.ts'

/** Points of the heat: coarse, the screen is smooth between them. A row is evaluated at once. */
const [across, down] = [40, 20]
/** How long one turn may last, in milliseconds; whoever has more features than fit gets the heat after several turns. */
const turnMs = 2

/** Paints the critic of member 0 over the plane of the points, a few rows at a time. */
export interface HeatPainter {
  /** Whether there is something left to paint. */
  readonly busy: () => boolean
  /** Takes the newest frame, under the options of this moment; it is painted once the one before is. */
  readonly offer: (frame: Frame, options: Readonly<Record<string, number>>) => void
  /** Paints for a turn; the heat once it is whole, null before. */
  readonly paint: () => CriticHeat | null
}

/** A painter that does nothing: laws that are no points, a line. */
export const noPainter: HeatPainter = { busy: () => false, offer: () => {}, paint: () => null }

/** A painter that a critic cannot hurt, as `carefulSketch`. */
export function carefulPainter(
  plan: Plan,
  limit: SketchLimit,
  tell: (fault: string) => void,
  clock: () => number = () => performance.now(),
): HeatPainter {
  const attempt = attempting(limit, tell)
  if (plan.target.kind !== 'points' || dimensionsOf(plan) < 2) return noPainter
  const critic = attempt(() => bounded(() => criticOnPlane(plan, across), limit.ms))
  if (!critic) return noPainter
  let next: Sitting | null = null
  let now: Sitting | null = null
  const paint = (): CriticHeat | null => {
    if (!now) [now, next] = [next, null]
    const sitting = now
    const done = sitting && attempt(() => sitting.paint(clock))
    if (done !== false) now = null
    return done === true ? sitting!.heat() : null
  }
  return {
    busy: () => now !== null || next !== null,
    offer: (frame, options) => {
      next = sittingOf(critic, frame, options)
    },
    paint,
  }
}

/** A critic at one moment, as far as it has been painted. */
interface Sitting {
  /** Paints rows for a turn; whether all are. */
  readonly paint: (clock: () => number) => boolean
  readonly heat: () => CriticHeat
}

/** Null while points are no finite numbers, or frames do not tell the state of the critic. */
function sittingOf(
  critic: CriticKernel,
  frame: Frame,
  options: Readonly<Record<string, number>>,
): Sitting | null {
  const targets = list(frame, 'target.positions')
  const view = pointView(targets, critic.dimensions)
  const box = boxOf(view, targets, list(frame, 'generator.positions'))
  if (!box) return null
  const { x, y } = wide(box)
  const state = record(critic.state, (name) => list(frame, `discriminator.${name}`))
  const numbers = record(critic.options, (name) => options[`discriminator.${name}`]!)
  const values: number[] = []
  return {
    paint: (clock) => {
      const from = clock()
      let rows = 0
      do {
        const up = y.low + ((y.high - y.low) * (values.length / across)) / (down - 1)
        values.push(...critic.at(row(view, x, up), state, numbers))
        rows++
        // One row more must fit, too.
      } while (values.length < across * down && ((clock() - from) * (rows + 1)) / rows < turnMs)
      return values.length === across * down
    },
    heat: () => ({ step: frame.step, x, y, columns: across, values }),
  }
}

function row(view: PointView, x: Box['x'], up: number): number[] {
  const step = (x.high - x.low) / (across - 1)
  return Array.from({ length: across }, (_, k) => placed(view, x.low + k * step, up)).flat()
}

/** Panes are about twice as wide as high, and show a circle as one: the box, widened to that shape about its middle. */
function wide({ x, y }: Box): Box {
  const height = Math.max(y.high - y.low, (x.high - x.low) / 2)
  return { x: about(x, 2 * height), y: about(y, height) }
}

/** A range of a length about the middle of another. */
function about({ low, high }: Box['x'], length: number): Box['x'] {
  const middle = (low + high) / 2
  return { low: middle - length / 2, high: middle + length / 2 }
}
