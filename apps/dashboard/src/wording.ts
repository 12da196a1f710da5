import type { GanglionEvent } from '@ganglion/core'

/** A number in few characters. */
function brief(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : value < 0 ? '-inf' : 'NaN'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e6 || size < 1e-3) return value.toExponential(1).replace('e+', 'e')
  return String(Number(value.toPrecision(3)))
}

/** Steps a second with a unit prefix. */
export function rate(stepsPerSecond: number): string {
  const three = (value: number): number => Number(value.toPrecision(3))
  if (stepsPerSecond >= 999_500) return `${three(stepsPerSecond / 1e6)}M/s`
  if (stepsPerSecond >= 999.5) return `${three(stepsPerSecond / 1e3)}k/s`
  return `${three(stepsPerSecond)}/s`
}

/** An event in one line: step, name, since when, why. */
export function eventLine(event: GanglionEvent, stepWidth: number): string {
  const step = String(event.step).padStart(stepWidth)
  if (event.type === 'insufficient-data')
    return `${step} ${event.event}: not watched, lacks ${event.missing.join(', ')}`
  const end = event.type === 'cleared' ? ' cleared' : ''
  const evidence = Object.entries(event.evidence)
    .slice(0, 4)
    .map(([name, value]) => `${name}=${brief(value)}`)
  return [`${step} ${event.event}${end} since ${event.since}`, ...evidence].join(' ')
}

/** As many words as fit whole; an ellipsis tells that some are missing. */
export function whole(line: string, columns: number): string {
  if (line.length <= columns) return line
  const cut = line.slice(0, columns - 1).lastIndexOf(' ')
  return cut > 0 ? `${line.slice(0, cut)} …` : `${line.slice(0, columns - 1)}…`
}
