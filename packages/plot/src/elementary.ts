// A dot of a drawing is a thousandth of the plot at best: what the machine's own functions lose in the last bit is not seen.

/** The natural logarithm, good enough to draw; NaN below zero. */
// oxlint-disable-next-line exact/elementary
export const logarithm = (x: number): number => Math.log(x)

/** The exponential function, good enough to draw. */
// oxlint-disable-next-line exact/elementary
export const exponential = (x: number): number => Math.exp(x)

/** Sine and cosine of an angle in radians, good enough to draw. */
export const direction = (angle: number): readonly [cos: number, sin: number] => [
  // oxlint-disable-next-line exact/elementary
  Math.cos(angle),
  // oxlint-disable-next-line exact/elementary
  Math.sin(angle),
]
