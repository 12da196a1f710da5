import { niceStep, type Range } from './axis.ts'

/** A number on an axis and how it is written: exactly, so a label never stands beside its number. */
export interface Tick {
  readonly value: number
  readonly label: string
}

/** Round numbers inside a range, at most `most` of them, at equal distances. */
export function ticks({ low, high }: Range, most: number): Tick[] {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span) || most < 1) return []
  let step = niceStep(span / Math.max(1, most))
  while (count(low, high, step) > most) step = niceStep(step * 1.5)
  const first = Math.ceil(low / step - 1e-9)
  return Array.from({ length: count(low, high, step) }, (_, k) => {
    const value = Number(((first + k) * step).toPrecision(12))
    return { value, label: label(value, step) }
  })
}

function count(low: number, high: number, step: number): number {
  return Math.max(0, Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1)
}

/** As many digits as the distance of the ticks needs. */
function label(value: number, step: number): string {
  const size = Math.max(Math.abs(value), step)
  if (size >= 1e6 || step < 1e-4) return short(value, step)
  return value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
}

function short(value: number, step: number): string {
  if (value === 0) return '0'
  const digits = exponent(value) - exponent(step)
  return value.toExponential(Math.max(0, digits)).replace('e+', 'e')
}

/** The power of ten of the leading digit. */
const exponent = (value: number): number => Math.floor(Math.log10(Math.abs(value)) + 1e-9)
