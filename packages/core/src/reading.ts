/** What an observation holds under one name. */
export type Reading = number | readonly number[]

/** The mean of a reading: a scalar stands for itself. NaN when there is nothing to average. */
export function average(reading: Reading | undefined): number {
  if (reading === undefined) return Number.NaN
  if (typeof reading === 'number') return reading
  let sum = 0
  for (let i = 0; i < reading.length; i++) sum += reading[i]!
  return sum / reading.length
}

/** The largest absolute value of a reading; NaN when one of its numbers is NaN or there are none. */
export function largest(reading: Reading | undefined): number {
  if (reading === undefined) return Number.NaN
  if (typeof reading === 'number') return Math.abs(reading)
  if (reading.length === 0) return Number.NaN
  let most = 0
  for (let i = 0; i < reading.length; i++) most = Math.max(most, Math.abs(reading[i]!))
  return most
}

/** The numbers of a reading as a list. */
export function list(reading: Reading | undefined): readonly number[] {
  if (reading === undefined) return []
  return typeof reading === 'number' ? [reading] : reading
}
