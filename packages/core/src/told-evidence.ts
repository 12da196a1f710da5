import type { FindingEvent } from './event.ts'

/** Names of evidence that are places in a list, of a point, a component or a coordinate. Places count from 0 in data. */
const places: ReadonlySet<string> = new Set(['point', 'component', 'coordinate', 'axis'])
/** The two components of an exchanged pair are places too; elsewhere these words are bounds. */
const pair: ReadonlySet<string> = new Set(['lower', 'upper'])

/** Evidence of an event for people, in its order: places count from 1, as they do in legends; all else as it is. */
export function toldEvidence({
  event,
  evidence,
}: Pick<FindingEvent, 'event' | 'evidence'>): (readonly [name: string, value: number])[] {
  return Object.entries(evidence).map(([name, value]) => {
    const isPlace = places.has(name) || (event === 'wrong-order' && pair.has(name))
    return [name, isPlace && Number.isInteger(value) && value >= 0 ? value + 1 : value] as const
  })
}
