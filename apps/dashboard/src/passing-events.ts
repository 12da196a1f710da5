import type { GanglionEvent } from '@ganglion/core'
import { eventLine } from './wording.ts'

/** The places of the events whose line holds a text, capitals or not. */
export function passing(events: readonly GanglionEvent[], filter: string): number[] {
  const wanted = filter.toLowerCase()
  const every = events.map((_, at) => at)
  if (wanted === '') return every
  return every.filter((at) => eventLine(events[at]!, 0).toLowerCase().includes(wanted))
}
