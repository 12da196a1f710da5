import { niceStep, type Range } from './axis.ts'
import { exponentOf } from './powers.ts'
import { logTicks } from './log-ticks.ts'
import type { Tick } from './tick.ts'

/** Round numbers inside a range, at most `most` of them: at equal distances, or decades on a logarithmic range. */
export function ticks(range: Range, most: number): Tick[] {
  const { low, high } = range
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span) || !(most >= 1)) return []
  if (range.scale === 'log') return logTicks(range, most)
  let step = niceStep(span / most)
  while (step > 0 && count(low, high, step) > most) step = niceStep(step * 1.5)
  if (!(step > 0)) return []
  const first = Math.ceil(low / step - 1e-9)
  // Ticks closer than the doubles around them are apart are no ticks.
  if (!Number.isSafeInteger(first) || Math.abs(first) > 1e14) return []
  return Array.from({ length: count(low, high, step) }, (_, k) => tick(first + k, step))
}

function count(low: number, high: number, step: number): number {
  return Math.max(0, Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1)
}

/** A whole number of steps. The step has one digit, so its multiple is written from whole numbers without any error. */
function tick(times: number, step: number): Tick {
  const power = exponentOf(step)
  const digits = String(times * Number(step.toExponential().split('e')[0]))
  const value = Number(`${digits}e${power}`)
  const label = plain(value, step, power) ?? short(value, power)
  return { value: Number(label), label }
}

/** As many decimals as the distance of the ticks needs, or null where a power of ten is shorter. */
function plain(value: number, step: number, power: number): string | null {
  const size = Math.max(Math.abs(value), step)
  if (size >= 1e6 || step < 1e-4) return null
  return (value === 0 ? 0 : value).toFixed(Math.max(0, -power))
}

function short(value: number, power: number): string {
  if (value === 0) return '0'
  const digits = Math.min(100, Math.max(0, exponentOf(Math.abs(value)) - power))
  return value.toExponential(digits).replace('e+', 'e')
}
