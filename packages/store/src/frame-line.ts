import type { Frame, GanglionEvent } from '@ganglion/core'

/** Numbers of a name in a stored frame: cell c of member m at c * members + m. */
export interface StoredFrame {
  readonly step: number
  readonly members: number
  readonly signals: Readonly<Record<string, readonly number[]>>
}

/** A frame as it is stored, exact: a JSON line in which -0 is kept and NaN and infinities are words. */
export function frameLine({ step, members, signals }: Frame): string {
  const parts = Object.entries(signals).map(
    ([name, { numbers }]) =>
      `${JSON.stringify(name)}:[${Array.from(numbers, numberText).join(',')}]`,
  )
  return `{"step":${step},"members":${members},"signals":{${parts.join(',')}}}\n`
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`
  return Object.is(value, -0) ? '-0' : String(value)
}

/** Reads a line that `frameLine` wrote. */
export function parseFrame(line: string): StoredFrame {
  const { step, members, signals } = JSON.parse(line) as StoredFrame
  const read = Object.entries(signals).map(
    ([name, numbers]) => [name, numbers.map(Number)] as const,
  )
  return { step, members, signals: Object.fromEntries(read) }
}

/** An event as it is stored. */
export function eventLine(event: GanglionEvent): string {
  return `${JSON.stringify(event, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value))}\n`
}
