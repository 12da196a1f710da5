import type { Detector, Report } from '@ganglion/core'
import { Finding } from './case.ts'
import type { Story } from './detector-stories.ts'
import { describe } from './definition-cases.ts'
import { difference } from './same-bits.ts'
import { onFrozenInput, watched } from './told.ts'
import { withoutChance } from './without-chance.ts'

/** What a detector said in a story, step by step, and which signals it read. */
export interface Played {
  readonly reports: readonly (readonly [step: number, report: Report])[]
  readonly read: ReadonlySet<string>
  readonly memory: unknown
}

/** Folds a story. Memory and observations are frozen; with `cloned`, the memory goes through structuredClone every time. */
export function fold(detector: Detector, story: Story, { cloned = false } = {}): Played {
  const who = `detector ${detector.name}`
  const read = new Set<string>()
  const reports: [number, Report][] = []
  const memory = withoutChance(who, () => {
    let kept = detector.init()
    for (const observation of story) {
      const before = frozen(cloned ? cloneOf(kept, who, observation.step) : kept)
      const [after, report] = next(detector, before, watched({ ...observation }, read))
      kept = after
      if (report !== null) reports.push([observation.step, report])
    }
    return kept
  })
  return { reports, read, memory }
}

/** One step of the fold. */
function next(detector: Detector, memory: unknown, observation: Story[number]) {
  const { name } = detector
  const answer = onFrozenInput(`detector ${name} at step ${observation.step}`, () =>
    detector.next(memory, observation),
  )
  if (Array.isArray(answer) && answer.length === 2) return answer
  throw new Finding(
    `detector ${name}: next gives ${describe(answer)} at step ${observation.step}: expected [memory, report or null].`,
  )
}

function cloneOf(memory: unknown, who: string, step: number): unknown {
  let copy: unknown
  try {
    copy = structuredClone(memory)
  } catch (cause) {
    throw new Finding(
      `${who}: its memory at step ${step} cannot be copied (${String(cause)}): keep plain data, no functions, so that a run can be saved.`,
      { cause },
    )
  }
  const where = difference(memory, copy)
  if (where === null) return copy
  throw new Finding(
    `${who}: its memory at step ${step} is not the same after structuredClone (${where}): keep plain data, no classes, so that a run can be saved.`,
  )
}

/** The same value, frozen in depth; what cannot be frozen (typed arrays, maps) stays as it is. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (ArrayBuffer.isView(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
