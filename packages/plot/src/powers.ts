/** The power of ten of the leading digit of a positive finite number, taken from its digits and so never one off. */
export function exponentOf(value: number): number {
  return Number(value.toExponential().split('e')[1])
}

/** Ten to a whole power, rounded once: 0 and Infinity beyond the doubles. */
export function powerOfTen(power: number): number {
  return Number(`1e${power}`)
}
