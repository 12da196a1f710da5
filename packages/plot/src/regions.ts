import { valueAt, type Range } from './axis.ts'
import type { Canvas } from './braille.ts'
import type { Point } from './phase-plane.ts'

/** Dots from one that is looked at to the next: borders are dotted, and cost a quarter. */
const stride = 2

/** Dots where two of some points are equally near and no other is nearer: one in every second row or column of dots. */
export function drawRegions(
  canvas: Canvas,
  points: readonly Point[],
  x: Range,
  y: Range,
  ink: number,
): void {
  const { dotsAcross, dotsDown } = canvas
  const stepX = ((x.high - x.low) / Math.max(1, dotsAcross - 1)) * stride
  const stepY = ((y.high - y.low) / Math.max(1, dotsDown - 1)) * stride
  for (let up = 0; up < dotsDown; up += stride) {
    const atY = valueAt(up, y, dotsDown)
    for (let across = 0; across < dotsAcross; across += stride)
      if (onBorder(points, valueAt(across, x, dotsAcross), atY, stepX, stepY))
        canvas.dot(across, up, ink)
  }
}

/** Whether the border to the second nearest point is less than half a step away, up or across, whichever it crosses. */
function onBorder(
  points: readonly Point[],
  x: number,
  y: number,
  stepX: number,
  stepY: number,
): boolean {
  let [first, second] = [-1, -1]
  let [least, next] = [Infinity, Infinity]
  // Written out: every second dot of a plot goes through here, with every point.
  for (let k = 0; k < points.length; k++) {
    const dx = points[k]!.x - x
    const dy = points[k]!.y - y
    const squared = dx * dx + dy * dy
    if (squared < least) {
      second = first
      next = least
      first = k
      least = squared
    } else if (squared < next) {
      second = k
      next = squared
    }
  }
  if (second < 0) return false
  const [a, b] = [points[first]!, points[second]!]
  // Twice the inner product of the way to the border and the line between both, which one step up or across changes so much:
  const most = Math.max(Math.abs(b.x - a.x) * stepX, Math.abs(b.y - a.y) * stepY)
  // A border half way between two dots belongs to one of them.
  return first < second ? next - least < most : next - least <= most
}
