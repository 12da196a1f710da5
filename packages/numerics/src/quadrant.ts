const TWO_OVER_PI = 6.36619772367581382433e-1
/** pi/2 in three parts of 33 bits, and what is left after the last. */
const FIRST = 1.57079632673412561417
const SECOND = 6.0771005063039659766e-11
const THIRD = 2.0222662487111664558e-21
const THIRD_REST = 8.47842766036889956997e-32

/** Beyond this many radians (2^19 quarter turns) sin and cos give NaN. */
export const LARGEST_ANGLE = 823549

/** What the last call of `quadrant` left over, as a leading part and a correction. */
export const remainder = new Float64Array(2)

/**
 * Which quarter turn x lies nearest to: a whole n with x = n pi/2 + r, |r| <= pi/4 (or one
 * rounding more), r left in `remainder`. Domain: |x| <= LARGEST_ANGLE. Error: r is good to
 * 2^-60 relative. Source: fdlibm e_rem_pio2.c, its Cody-Waite steps for medium arguments, always all three: a
 * branch would cost vectors more than it saves.
 */
export function quadrant(x: number): number {
  const n = Math.floor(x * TWO_OVER_PI + 0.5)
  const a = x - n * FIRST
  const second = n * SECOND
  const r = a - second
  // What the rounding of r lost, then the third part of pi/2 with the rounding that it causes.
  const lost = a - r - second
  const third = n * THIRD
  const closer = r - third
  const w = n * THIRD_REST - (r - closer - third) - lost
  const y = closer - w
  remainder[0] = y
  remainder[1] = closer - y - w
  return n
}
