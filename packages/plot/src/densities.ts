import { place, valueAt, type Range } from './axis.ts'
import { Canvas } from './braille.ts'
import { exponential } from './elementary.ts'
import type { Glyphs } from './glyphs.ts'
import type { Run } from './run.ts'

/** Weighted normal densities side by side. */
export interface Mixture {
  readonly means: readonly number[]
  readonly weights: readonly number[]
  readonly deviations: readonly number[]
}

/** The density at a point, good enough to draw. */
export function density({ means, weights, deviations }: Mixture, x: number): number {
  let sum = 0
  means.forEach((mean, k) => {
    const deviation = deviations[k]!
    const z = (x - mean) / deviation
    sum += (weights[k]! * exponential(-0.5 * z * z)) / (deviation * Math.sqrt(2 * Math.PI))
  })
  return sum
}

/** The highest value of the densities at the means, which is where mixtures of normals about peak. */
export function peak(mixtures: readonly Mixture[]): number {
  const heights = mixtures.flatMap((m) => m.means.map((mean) => density(m, mean)))
  return Math.max(0, ...heights.filter(Number.isFinite))
}

/** A curve to draw; a dotted one shows every third dot. */
export interface Curve {
  readonly mixture: Mixture
  readonly ink: number
  readonly dotted: boolean
}

/** Draws density curves. */
export function drawDensities(
  curves: readonly Curve[],
  x: Range,
  y: Range,
  columns: number,
  rows: number,
  glyphs: Glyphs = 'braille',
): Run[][] {
  const canvas = new Canvas(columns, rows, glyphs)
  const height = (curve: Curve, dot: number): number =>
    place(density(curve.mixture, valueAt(dot, x, canvas.dotsAcross)), y, canvas.dotsDown)
  for (const curve of curves) {
    for (let dot = 0; dot < canvas.dotsAcross; dot++) {
      const now = height(curve, dot)
      if (curve.dotted) {
        if (dot % 3 === 0) canvas.dot(dot, now, curve.ink)
      } else if (dot > 0) canvas.line(dot - 1, height(curve, dot - 1), dot, now, curve.ink)
    }
  }
  return canvas.rows()
}
