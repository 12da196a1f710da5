import {
  toldEvidence,
  unwatchedText,
  visible,
  type GanglionEvent,
  type Result,
} from '@ganglion/core'
import type { PlanSummary } from 'ganglion'

const shown = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toPrecision(4)

/** What is about to be played, for people. */
export function startedText(plan: PlanSummary): string {
  const { generator, discriminator, dynamics, steps, members, seed } = plan
  const crowd = members > 1 ? `, ${members} members` : ''
  const game = `${generator.plugin.name} against ${discriminator.plugin.name}`
  return visible(`${game}, ${dynamics.plugin.name}, ${steps} steps, seed ${seed}${crowd}`)
}

/** An event as a sentence. */
export function eventText(event: GanglionEvent): string {
  const where = `step ${event.step}`.padEnd(11)
  const who = event.member > 0 ? ` (member ${event.member})` : ''
  if (event.type === 'insufficient-data') return visible(`${where} ${unwatchedText(event)}${who}`)
  const verb = event.type === 'cleared' ? `${event.event} cleared` : event.event
  const evidence = toldEvidence(event).map(([name, value]) => `${name} ${shown(value)}`)
  return visible(`${where} ${verb}${who} since ${event.since}: ${evidence.join(', ')}`)
}

/** The verdict, and the error if there is one. */
export function finishedText({ outcome, outcomes, steps, error }: Result): string {
  if (error)
    return `failed at step ${error.step}: ${visible(error.message, { newlines: true, tabs: true })}`
  if (outcomes.length === 1)
    return outcome === 'exhausted'
      ? `ended after ${steps} steps without a verdict (exhausted)`
      : `${outcome} after ${steps} steps`
  const counts = new Map<string, number>()
  for (const o of outcomes) counts.set(o, (counts.get(o) ?? 0) + 1)
  return `after ${steps} steps: ${[...counts].map(([o, n]) => `${n} ${o}`).join(', ')}`
}
