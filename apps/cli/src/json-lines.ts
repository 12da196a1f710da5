import { versions } from 'node:process'
import { far, observe, type Frame, type GanglionEvent, type Result } from '@ganglion/core'
import type { PlanSummary } from 'ganglion'
import { statedOf } from './stated.ts'

/** JSON in which numbers that JSON lacks leave as words: "NaN", "Infinity", "-Infinity". */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'number' && !Number.isFinite(v) ? String(v) : v,
  )
}

const head = (type: string, run: string, step: number) => ({ v: 1, type, run, step })

/** The first line: what is about to be played. */
export function startedLine(plan: PlanSummary, run: string, version: string): string {
  const { seed } = plan
  return toJson({
    ...head('run.started', run, 0),
    versions: { ganglion: version, node: versions.node },
    seed,
    planHash: plan.hash,
    plan: plan.config,
  })
}

/** An event or its end. */
export function eventLine(event: GanglionEvent, run: string): string {
  const { type, step, ...rest } = event
  return toJson({ ...head(type, run, step), ...rest })
}

/** A frame: every signal, plain for one member, one list a member for more. */
export function frameLine(frame: Frame, run: string): string {
  return toJson({ ...head('frame', run, frame.step), signals: signalsOf(frame, () => true) })
}

/** The last line: how it ended, and of which plan, where there was one. */
export function finishedLine(
  result: Result,
  run: string,
  wallMs: number,
  plan?: Pick<PlanSummary, 'config'>,
): string {
  const { outcome, outcomes, steps, final, events, error } = result
  const player = (name: string): boolean => /^(generator|discriminator)\./.test(name)
  const metric = (name: string): boolean => !player(name) && !name.startsWith('target.')
  return toJson({
    ...head('run.finished', run, steps),
    outcome,
    ...(outcomes.length > 1 ? { outcomes: counted(outcomes) } : {}),
    steps,
    ...(plan ? statedOf(plan.config) : {}),
    final: signalsOf(final, player),
    metrics: signalsOf(final, metric),
    events,
    ...(error
      ? {
          error: {
            message: error.message,
            plugin: error.plugin,
            port: error.port,
            member: error.member,
            step: error.step,
          },
        }
      : {}),
    wallTimeMs: Math.round(wallMs),
  })
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const lists = new Set([
  'generator.means',
  'generator.weights',
  'discriminator.left',
  'discriminator.right',
  'discriminator.alive',
])

/** Metrics that tell a step: NaN, for never, leaves as null. */
export const dated: ReadonlySet<string> = new Set(['firstWithin', 'withinSince'])

function signalsOf(frame: Frame, wanted: (name: string) => boolean): Record<string, unknown> {
  const members = Array.from({ length: frame.members }, (_, m) => observe(frame, m).signals)
  const names = Object.keys(frame.signals).filter(wanted)
  const value = (name: string, m: number): unknown => {
    const found = members[m]![name]!
    if (dated.has(name) && Number.isNaN(found)) return null
    const told = typeof found === 'number' && lists.has(name) ? [found] : found
    return name.startsWith('discriminator.') ? shownInfinite(told) : told
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      frame.members === 1 ? value(name, 0) : members.map((_, m) => value(name, m)),
    ]),
  )
}

function shownInfinite(value: number | readonly number[]): number | readonly number[] {
  return typeof value === 'number' ? meantInfinite(value) : value.map(meantInfinite)
}

/** An end that stands for infinity in a state as infinity; a number that only is large, such as a coefficient, as it is. */
export function meantInfinite(value: number): number {
  return Math.abs(value) === far ? Math.sign(value) * Infinity : value
}
