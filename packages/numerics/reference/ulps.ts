/**
 * One row of a table made by make_reference.py: the bits of the argument, the bits of the nearest
 * double to the true value, what is left of the true value in units of the last place of that
 * double, and 25 digits of the true value.
 */
export type Row = [x: string, y: string, rest: number, digits: string]

const view = new DataView(new ArrayBuffer(8))

/** The double whose bits are the 16 hexadecimal digits. */
export function fromBits(digits: string): number {
  view.setBigUint64(0, BigInt(`0x${digits}`))
  return view.getFloat64(0)
}

/** The spacing of doubles above |y|, for y below the largest power of two. */
function ulp(y: number): number {
  view.setFloat64(0, Math.abs(y))
  view.setBigUint64(0, view.getBigUint64(0) + 1n)
  return view.getFloat64(0) - Math.abs(y)
}

/** How far `value` is from the true value of the row, in units of the last place of the latter. */
export function ulpsOff(value: number, [, y, rest]: Row): number {
  const nearest = fromBits(y)
  return Math.abs((value - nearest) / ulp(nearest) - rest)
}
