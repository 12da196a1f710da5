/** A coordinate of a drawing: to a hundredth. */
export function at(length: number): number {
  // Adding zero makes zero of minus zero.
  return Number(length.toFixed(2)) + 0
}

/** A number as people read it: at most so many digits, never rounded to something that looks exact. */
export function written(value: number, digits: number = 4): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value)
}

/** A share from 0 to 1 in percent; what is not all or nothing never looks as if it were. */
export function percent(count: number, of: number): string {
  if (of === 0) return 'none played'
  const share = (100 * count) / of
  if (count > 0 && share < 0.1) return '< 0.1 %'
  if (count < of && share > 99.9) return '> 99.9 %'
  return `${written(share, 3)} %`
}
