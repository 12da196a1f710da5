// A dot of a drawing is a thousandth of the plot at best: what the machine's own functions lose in the last bit is not seen.

/** The natural logarithm, good enough to draw; NaN below zero. */
export function logarithm(x: number): number {
  // oxlint-disable-next-line exact/elementary -- a drawing, no result
  return Math.log(x)
}

/** The exponential function, good enough to draw. */
export function exponential(x: number): number {
  // oxlint-disable-next-line exact/elementary -- a drawing, no result
  return Math.exp(x)
}

/** Cosine and sine of an angle in radians, good enough to draw. */
export function direction(angle: number): readonly [cos: number, sin: number] {
  // oxlint-disable-next-line exact/elementary -- a drawing, no result
  return [Math.cos(angle), Math.sin(angle)]
}
