import type { FinalValue, Finding, RunClaim, RunExpectation } from './claim.ts'
import type { EventName } from './event.ts'
import type { Observation } from './frame.ts'
import type { Outcome } from './outcome.ts'

/** What a run showed. */
export interface SeenRun {
  readonly outcome: Outcome
  /** Events in the order in which they first appeared. */
  readonly events: readonly EventName[]
  /** The step since which each of them first held. */
  readonly since?: Readonly<Partial<Record<EventName, number>>>
  readonly final: Observation
}

/** Judges a claim by the run of its preset. */
export function judgeRun({ expects, instead }: RunClaim, seen: SeenRun): Finding {
  const finding = judgeExpectation(expects, seen)
  if (finding.holds || !instead) return finding
  return { ...finding, instead: { says: instead.says, ...judgeExpectation(instead.expects, seen) } }
}

function judgeExpectation(expects: RunExpectation, seen: SeenRun): Finding {
  const { outcome, events = [], never = [], before = {}, final = [] } = expects
  const begun = Object.entries(before).map(
    ([event, step]) => [event, seen.since?.[event as EventName] ?? NaN, step] as const,
  )
  const found = final.map((value) => [nameOf(value), numberOf(seen.final, value), value] as const)
  const faults = [
    ...(outcome !== undefined && outcome !== seen.outcome
      ? [`outcome ${seen.outcome} instead of ${outcome}`]
      : []),
    ...mistakenOrder(events, seen.events),
    ...never.filter((event) => seen.events.includes(event)).map((event) => `${event} appeared`),
    // Told by what does hold, so that NaN refutes.
    ...begun
      .filter(([, since, step]) => !(since < step))
      .map(([event, since, step]) => `${event} began at ${since}, not before ${step}`),
    ...found
      .filter(([, value, { from, to }]) => !(value >= from && value <= to))
      .map(([name, value, { from, to }]) => `${name} is ${value}, outside ${from} .. ${to}`),
  ]
  const shown: Finding['measured'] =
    events.length > 0 || never.length > 0 ? { events: seen.events.join(', ') || 'none' } : {}
  const measured: Finding['measured'] = {
    ...(outcome === undefined ? {} : { outcome: seen.outcome }),
    ...shown,
    ...Object.fromEntries(begun.map(([event, since]) => [`${event} since`, since])),
    ...Object.fromEntries(found.map(([name, value]) => [name, value])),
  }
  return faults.length === 0
    ? { holds: true, measured }
    : { holds: false, measured, counterexample: faults.join('; ') }
}

function mistakenOrder(wanted: readonly EventName[], seen: readonly EventName[]): string[] {
  const missing = wanted.filter((event) => !seen.includes(event))
  if (missing.length > 0) return missing.map((event) => `${event} never appeared`)
  const order = seen.filter((event) => wanted.includes(event))
  return order.every((event, k) => event === wanted[k])
    ? []
    : [`events came in the order ${order.join(', ')}`]
}

const nameOf = ({ signal, cell }: FinalValue): string =>
  cell === undefined ? signal : `${signal}[${cell}]`

function numberOf({ signals }: Observation, { signal, cell = 0 }: FinalValue): number {
  return [signals[signal] ?? []].flat()[cell] ?? NaN
}
