import type { Report } from './detector.ts'

/** Memory of a condition that counts only when it lasts: not holding, holding since a step, or reported. */
export interface Hold {
  readonly since: number | null
  readonly reported: boolean
}

/** The condition does not hold. */
export const idle: Hold = { since: null, reported: false }

/**
 * One observation further: the condition is reported once `begins` was true for `steps` steps without a gap, and is
 * idle again as soon as `ends` is true. Returns the memory it was given when nothing changes.
 */
export function held(
  memory: Hold,
  step: number,
  begins: boolean,
  ends: boolean,
  steps: number,
): Hold {
  if (memory.reported) return ends ? idle : memory
  if (!begins) return idle
  const since = memory.since ?? step
  if (step - since >= steps) return { since, reported: true }
  return memory.since === null ? { since, reported: false } : memory
}

/** The report due when a hold went from `before` to `after`, or null. */
export function told(
  before: Hold,
  after: Hold,
  step: number,
  evidence: () => Readonly<Record<string, number>>,
): Report | null {
  if (before.reported === after.reported) return null
  return after.reported
    ? { type: 'event', since: after.since ?? step, evidence: evidence() }
    : { type: 'cleared', since: step, evidence: evidence() }
}
