import { niceStep, type Range } from './axis.ts'
import { exponentOf } from './powers.ts'
import { logTicks } from './log-ticks.ts'
import type { Tick } from './tick.ts'

/** Round numbers inside a range, at most `most` of them: at equal distances, or decades on a logarithmic range. */
export function ticks(range: Range, most: number): Tick[] {
  const { low, high } = range
  const span = high - low
  // Below 1e-300 the doubles run out of digits.
  if (!(span >= 1e-300) || !Number.isFinite(span) || !(most >= 1)) return []
  const decades = range.scale === 'log' ? logTicks(range, most) : []
  // Within a part of a decade there may be no round number but those at equal distances.
  return decades.length >= Math.min(2, most) ? decades : evenTicks(low, high, most)
}

function evenTicks(low: number, high: number, most: number): Tick[] {
  const span = high - low
  let step = niceStep(span / most)
  while (step > 0 && count(low, high, step) > most) step = niceStep(step * 1.5)
  if (!(step > 0 && step < Infinity)) return []
  const first = Math.ceil(low / step - hair(low, high, step))
  // Ticks closer than the doubles around them are apart are no ticks.
  if (!Number.isSafeInteger(first) || Math.abs(first) > 1e14) return []
  return Array.from({ length: count(low, high, step) }, (_, k) => tick(first + k, step)).filter(
    ({ value }) => Number.isFinite(value),
  )
}

function count(low: number, high: number, step: number): number {
  const spare = hair(low, high, step)
  return Math.max(0, Math.floor(high / step + spare) - Math.ceil(low / step - spare) + 1)
}

/** How far beyond the range a tick may lie, in steps: the end of a range may be a round number but for the last bits. */
function hair(low: number, high: number, step: number): number {
  return 1e-9 * Math.min(1, (high - low) / step)
}

/** A whole number of steps. The step has one digit, so its multiple is written from whole numbers without any error. */
function tick(times: number, step: number): Tick {
  const power = exponentOf(step)
  const digits = String(times * Number(step.toExponential().split('e')[0]))
  // Adding zero makes zero of minus zero.
  const value = Number(`${digits}e${power}`) + 0
  const label = written(value, step, power)
  return { value: Number(label), label }
}

/** In full between a ten-thousandth and a million, beyond as a power of ten unless that is longer. */
function written(value: number, step: number, power: number): string {
  if (value === 0 && (step >= 1e6 || step < 1e-4)) return '0'
  const full = value.toFixed(Math.max(0, Math.min(100, -power)))
  if (Math.max(Math.abs(value), step) < 1e6 && step >= 1e-4) return full
  const digits = Math.min(100, Math.max(0, exponentOf(Math.abs(value)) - power))
  const short = value.toExponential(digits).replace('e+', 'e')
  return full.length < short.length && Number(full) === value ? full : short
}
