const double = new Float64Array(1)
const words = new Int32Array(double.buffer)
/** Which half of a double holds its sign and exponent: 1 on little-endian machines, else 0. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

/** The upper 32 bits of a double (sign, exponent, 20 bits of fraction), as a signed integer. */
export function highWord(x: number): number {
  double[0] = x
  return words[HIGH] ?? 0
}
