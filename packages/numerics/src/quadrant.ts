const TWO_OVER_PI = 6.36619772367581382433e-1
/** pi/2 in three parts of 33 bits, and what is left after each. */
const FIRST = 1.57079632673412561417
const SECOND = 6.0771005063039659766e-11
const SECOND_REST = 2.02226624879595063154e-21
const THIRD = 2.0222662487111664558e-21
const THIRD_REST = 8.47842766036889956997e-32

/** Beyond this many radians (2^19 quarter turns) sin and cos give NaN. */
export const LARGEST_ANGLE = 823549

/** What the last call of `quadrant` left over, as a leading part and a correction. */
export const remainder = new Float64Array(2)

/**
 * Which quarter turn x lies nearest to: a whole n with x = n pi/2 + r, |r| <= pi/4 (or one
 * rounding more), r left in `remainder`. Domain: |x| <= LARGEST_ANGLE. Error: r is good to
 * 2^-60 relative. Source: fdlibm e_rem_pio2.c, its Cody-Waite steps for medium arguments.
 */
export function quadrant(x: number): number {
  const n = Math.floor(x * TWO_OVER_PI + 0.5)
  const a = x - n * FIRST
  let w = n * SECOND
  let r = a - w
  w = n * SECOND_REST - (a - r - w)
  let y = r - w
  if (Math.abs(y) < 1e-6 && n !== 0) {
    // The rounding of a - n SECOND, then the third part of pi/2 with the rounding it causes.
    const lost = a - r - n * SECOND
    const third = n * THIRD
    const b = r
    r = b - third
    w = n * THIRD_REST - (b - r - third) - lost
    y = r - w
  }
  remainder[0] = y
  remainder[1] = r - y - w
  return n
}
