import { toldEvidence, unwatchedText, visible, type GanglionEvent } from '@ganglion/core'

/** A number in few characters. */
export function brief(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e6 || size < 1e-3) return value.toExponential(1).replace('e+', 'e')
  return String(Number(value.toPrecision(3)))
}

/** A measured number in so many digits, trailing zeros too, so that it does not jump about while it changes: 0.200, 12.0. */
export function measured(value: number, digits: 2 | 3 = 3): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || size >= 1e6 || (size < 1e-3 && value !== 0)) return brief(value)
  return value === 0 || size >= 100 ? value.toFixed(0) : value.toPrecision(digits)
}

/** A count or a rate with a unit prefix: 950, 1.2k, 3.4M. */
export function counted(value: number): string {
  const three = (number: number): number => Number(number.toPrecision(3))
  if (value >= 999_500) return `${three(value / 1e6)}M`
  if (value >= 999.5) return `${three(value / 1e3)}k`
  return String(three(value))
}

/** Steps a second with a unit prefix. */
export function rate(stepsPerSecond: number): string {
  return `${counted(stepsPerSecond)}/s`
}

/** An event in one line: step, name, since when, why. Control characters are shown, not obeyed. */
export function eventLine(event: GanglionEvent, stepWidth: number): string {
  const step = String(event.step).padStart(stepWidth)
  return `${step} ${eventWords(event)}`
}

/** An event in words, without its step. */
export function eventWords(event: GanglionEvent): string {
  if (event.type === 'insufficient-data') return visible(unwatchedText(event))
  const end = event.type === 'cleared' ? ' cleared' : ''
  return visible([`${event.event}${end} since ${event.since}`, ...evidence(event, 4)].join(' '))
}

/** Why an event was reported, in a few words; empty when it says nothing. */
export function reason(event: GanglionEvent): string {
  if (event.type === 'insufficient-data') return ''
  return evidence(event, 2, ' ').join(', ')
}

/** The numbers of an event, the first ones or all; places count from 1. */
export function evidence(
  event: GanglionEvent,
  most: number = Infinity,
  sign: string = '=',
): string[] {
  if (event.type === 'insufficient-data') return []
  return toldEvidence(event)
    .slice(0, most)
    .map(([name, value]) => `${visible(name)}${sign}${brief(value)}`)
}
