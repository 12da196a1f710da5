import { mixtureDensity, type Mixture } from './mixture.ts'

/**
 * How often the difference of two densities changes its sign on an even grid of `points` steps, which reaches `margin` past
 * the outermost means: a count that owes nothing to the search for zeros.
 */
export function gridSignChanges(
  target: Mixture,
  generated: Mixture,
  { margin, points }: { readonly margin: number; readonly points: number },
): number {
  const all = [...Array.from(target.means), ...Array.from(generated.means)]
  const [low, high] = [Math.min(...all) - margin, Math.max(...all) + margin]
  let [changes, last] = [0, 0]
  for (let k = 0; k <= points; k++) {
    const x = low + ((high - low) * k) / points
    const [p, q] = [mixtureDensity(target, x), mixtureDensity(generated, x)]
    // Closer than this, rounding decides the sign.
    if (Math.abs(p - q) <= 1e-12 * (p + q)) continue
    const sign = Math.sign(p - q)
    if (last !== 0 && sign !== last) changes++
    last = sign
  }
  return changes
}
