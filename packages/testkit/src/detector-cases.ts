import {
  outcomeOf,
  watch,
  type Detector,
  type DetectorDefinition,
  type Observation,
} from '@ganglion/core'
import { Finding } from './case.ts'
import { expectThat } from './check.ts'
import { fold, type Played } from './detector-play.ts'
import { perfect, type Story } from './detector-stories.ts'
import { difference } from './same-bits.ts'
import { spoilt, without } from './told.ts'

/** What the cases of a detector's suite share: whom they watch, and the stories that they tell it. */
export interface DetectorTrial {
  readonly definition: DetectorDefinition
  readonly detector: () => Detector
  readonly told: () => readonly Story[]
}

/** An event that has an outcome, a severity, and a sentence that says what counts. */
export function wellFormed({ name, event, severity, definition }: DetectorDefinition): void {
  expectThat(
    Object.hasOwn(outcomeOf, event),
    () =>
      `detector ${name}: event '${event}' is none of ${Object.keys(outcomeOf).join(', ')}: take the one that says what it finds.`,
  )
  expectThat(
    ['info', 'warning', 'error'].includes(severity),
    () => `detector ${name}: severity '${severity}' is none of info, warning, error.`,
  )
  expectThat(
    typeof definition === 'string' && definition.trim() !== '',
    () => `detector ${name}: definition: expected a sentence that says what counts, got nothing.`,
  )
}

/** Reads what it needs and nothing else; `optional` it can do without. */
export function readsItsNeeds(
  { definition: { name }, detector, told }: DetectorTrial,
  optional: readonly string[],
): void {
  const { needs } = detector()
  const read = new Set(told().flatMap((story) => [...fold(detector(), story).read]))
  for (const one of read)
    expectThat(
      needs.includes(one) || optional.includes(one),
      () =>
        `detector ${name} reads '${one}', which is not among its needs (${needs.join(', ')}): add it there, or pass \`optional: ['${one}']\` if it can judge without.`,
    )
  for (const one of needs)
    expectThat(
      read.has(one),
      () =>
        `detector ${name} needs '${one}' and never reads it: take it out of needs, or pass a story \`fires\` in which it does.`,
    )
}

/** Each story twice. */
export function foldsAgain({ definition: { name }, detector, told }: DetectorTrial): void {
  const one = detector()
  for (const story of told())
    same(fold(one, story), fold(one, story), name, 'when it folds the same again')
}

/** Each story with its memory saved and restored at every step. */
export function survivesSaving({ definition: { name }, detector, told }: DetectorTrial): void {
  for (const story of told()) {
    const saved = fold(detector(), story, { cloned: true })
    same(fold(detector(), story), saved, name, 'when its memory is saved and restored')
  }
}

/** Reports that begin and clear in turn. */
export function reportsInTurn({ definition: { name }, detector, told }: DetectorTrial): void {
  for (const story of told()) checkReports(name, fold(detector(), story))
}

/** Each needed signal NaN, infinite and empty for a while. */
export function bearsBadNumbers({ detector, told }: DetectorTrial): void {
  for (const story of told())
    for (const broken of brokenOf(story, detector().needs)) fold(detector(), broken)
}

/** Each needed signal missing. */
export function saysNothingUntold({ definition: { name }, detector, told }: DetectorTrial): void {
  for (const missing of detector().needs)
    for (const story of told()) {
      const watching = watch([detector()], 1)
      for (const observation of story) {
        const { events } = watching.next(without(observation, missing))
        expectThat(
          events.every(({ type }) => type === 'insufficient-data'),
          () => `detector ${name} reports at step ${observation.step} without '${missing}'.`,
        )
      }
    }
}

/** Reads nothing but what it says that it reads, where it says so. */
export function readsWhatItSays({ definition: { name }, detector, told }: DetectorTrial): void {
  const { needs, reads } = detector()
  if (!reads) return
  const said = [...needs, ...reads]
  const covers = (signal: string) => (one: string) =>
    one.endsWith('*') ? signal.startsWith(one.slice(0, -1)) : one === signal
  for (const story of told())
    for (const signal of fold(detector(), story).read)
      expectThat(
        said.some(covers(signal)),
        () =>
          `detector ${name} reads '${signal}', which is not among its needs and reads: add it there, for what is not is left out of what it is given.`,
      )
}

/** Silent in the story that it was given, or in one in which nothing is wrong. */
export function isSilent(
  { definition: { name, event }, detector }: DetectorTrial,
  quiet: readonly Observation[] | undefined,
): void {
  const { needs } = detector()
  const story = quiet ?? (event === 'convergence' ? far(needs) : perfect(needs))
  const [first] = fold(detector(), story).reports
  expectThat(
    first === undefined,
    () =>
      `detector ${name} reports ${JSON.stringify(first![1])} at step ${first![0]} ${quiet ? 'of the story `quiet`' : 'of a game in which nothing is wrong: if that is right, pass a story `quiet` in which it must be silent'}.`,
  )
}

/** Reports in one story at least; `given` is whether somebody said in which. */
export function firesAtAll(
  { definition: { name }, detector, told }: DetectorTrial,
  given: boolean,
): void {
  const fires = told().some((story) => fold(detector(), story).reports.length > 0)
  const hint = given
    ? 'never reports in the story `fires`.'
    : 'never reports, whether its signals rest, grow, swing or fade: pass a story `fires: Observation[]` in which it must.'
  expectThat(fires, () => `detector ${name} ${hint}`)
}

function checkReports(name: string, { reports: all }: Played): void {
  let open = false
  for (const [step, { type, since, evidence }] of all) {
    const where = `detector ${name}, step ${step}:`
    expectThat(
      type === 'event' || type === 'cleared',
      () => `${where} a report of type '${String(type)}': expected 'event' or 'cleared'.`,
    )
    expectThat((type === 'event') !== open, () =>
      open
        ? `${where} reports a second event before it cleared the first: report once and clear once.`
        : `${where} clears what it did not report.`,
    )
    open = type === 'event'
    expectThat(
      since <= step && since >= 0,
      () =>
        `${where} since ${since}: expected the step at which the condition began, from 0 to ${step}.`,
    )
    expectThat(
      Object.keys(evidence).length > 0,
      () => `${where} a report without evidence: name the numbers that show why, limits included.`,
    )
    for (const [key, value] of Object.entries(evidence))
      expectThat(
        typeof value === 'number' && Number.isFinite(value),
        () =>
          `${where} evidence ${key} is ${String(value)} although all signals are finite: give a finite number or leave it out.`,
      )
  }
}

function* brokenOf(story: Story, needs: readonly string[]): Generator<Story> {
  const start = Math.floor(story.length / 2)
  for (const name of needs)
    for (const by of [NaN, Infinity, -Infinity, null])
      yield story.map((observation, k) => {
        if (k < start || k > start + 20 || observation.signals[name] === undefined)
          return observation
        if (by !== null) return spoilt(observation, name, by)
        return { ...observation, signals: { ...observation.signals, [name]: [] } }
      })
}

/** Signals that stay at 1: far from any target. */
function far(names: readonly string[]): Story {
  const signals = Object.fromEntries(names.map((name) => [name, 1]))
  return Array.from({ length: 1500 }, (_, step) => ({ step, signals }))
}

function same(a: Played, b: Played, name: string, when: string): void {
  const where = difference([a.reports, a.memory], [b.reports, b.memory])
  if (where !== null)
    throw new Finding(
      `detector ${name} answers differently ${when} (first at ${where}): keep everything in the memory that next returns.`,
    )
}
