import { outcomeOf, watch, type DetectorDefinition, type Observation } from '@ganglion/core'
import { Finding, type Case } from './case.ts'
import { check, expectThat } from './check.ts'
import { definitionCases } from './definition-cases.ts'
import { detectorOptionCases } from './detector-options.ts'
import { fold, type Played } from './detector-play.ts'
import { perfect, storiesOf, type Story } from './detector-stories.ts'
import { mistakesOnce } from './mistakes-once.ts'
import { difference } from './same-bits.ts'
import { spoilt, without } from './told.ts'

/** What a detector's suite may be told beforehand. */
export interface DetectorSuite {
  /** A story in which it must report. Without it the suite looks for one among courses that it makes of the needed signals. */
  readonly fires?: readonly Observation[]
  /** A story in which it must stay silent. */
  readonly quiet?: readonly Observation[]
  /** Signals that it reads when they are there, and can do without: they are not among its needs. */
  readonly optional?: readonly string[]
}

/**
 * The conformance suite of a detector, with its default options: honest needs, a pure fold whose memory can be saved,
 * reports that begin and clear in turn, silence when all is well or a signal is missing, and that it fires at all.
 */
export function testDetector(
  definition: DetectorDefinition,
  suite: DetectorSuite = {},
): readonly Case[] {
  const { name } = definition
  const { optional = [] } = suite
  const detector = () => definition.create()
  const told = telling(definition, suite)
  return mistakesOnce([
    ...definitionCases(definition, 'detector', ['needs', 'create']),
    check('definition: event, severity, definition', () => wellFormed(definition)),
    ...detectorOptionCases(definition),
    check('needs: reads what it needs, and nothing else', () => {
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
    }),
    check('fold: changes nothing, same answer again, no chance, no clock', () => {
      const one = detector()
      for (const story of told())
        same(fold(one, story), fold(one, story), name, 'when it folds the same again')
    }),
    check('fold: its memory survives being saved at every step', () => {
      for (const story of told())
        same(
          fold(detector(), story),
          fold(detector(), story, { cloned: true }),
          name,
          'when its memory is saved and restored',
        )
    }),
    check('reports: event and cleared in turn, dated, with numbers as evidence', () => {
      for (const story of told()) checkReports(name, fold(detector(), story))
    }),
    check('bears NaN, infinite numbers and empty lists', () => {
      for (const story of told())
        for (const broken of brokenOf(story, detector().needs)) fold(detector(), broken)
    }),
    check('says nothing about signals that are missing', () => {
      for (const missing of detector().needs) {
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
    }),
    check('reads no signals but those that it says it reads', () => {
      const { needs, reads } = detector()
      if (!reads) return
      const said = [...needs, ...reads]
      for (const story of told())
        for (const signal of fold(detector(), story).read)
          expectThat(
            said.some((one) =>
              one.endsWith('*') ? signal.startsWith(one.slice(0, -1)) : one === signal,
            ),
            () =>
              `detector ${name} reads '${signal}', which is not among its needs and reads: add it there, for what is not is left out of what it is given.`,
          )
    }),
    check('is silent where nothing is wrong', () => {
      const story =
        suite.quiet ??
        (definition.event === 'convergence' ? far(detector().needs) : perfect(detector().needs))
      const [first] = fold(detector(), story).reports
      expectThat(
        first === undefined,
        () =>
          `detector ${name} reports ${JSON.stringify(first![1])} at step ${first![0]} ${suite.quiet ? 'of the story `quiet`' : 'of a game in which nothing is wrong: if that is right, pass a story `quiet` in which it must be silent'}.`,
      )
    }),
    check('fires at all', () => {
      const fires = told().some((story) => fold(detector(), story).reports.length > 0)
      const hint = suite.fires
        ? 'never reports in the story `fires`.'
        : 'never reports, whether its signals rest, grow, swing or fade: pass a story `fires: Observation[]` in which it must.'
      expectThat(fires, () => `detector ${name} ${hint}`)
    }),
  ])
}

/** The stories to try: the given ones, or a few that make it report and a few that do not. Found once, when first asked. */
function telling(
  definition: DetectorDefinition,
  { fires, quiet }: DetectorSuite,
): () => readonly Story[] {
  let found: readonly Story[] | undefined
  const search = (): readonly Story[] => {
    if (fires) return quiet ? [fires, quiet] : [fires]
    const [loud, silent]: [Story[], Story[]] = [[], []]
    for (const story of storiesOf(definition.needs())) {
      const into = reports(definition, story) ? loud : silent
      if (into.length < 3) into.push(story)
      if (loud.length === 3 && silent.length === 3) break
    }
    return [...loud, ...silent, ...(quiet ? [quiet] : [])]
  }
  return () => (found ??= search())
}

/** Whether it reports in a story, asked without any watching. What it throws is for the cases to tell. */
function reports(definition: DetectorDefinition, story: Story): boolean {
  try {
    const detector = definition.create()
    let memory = detector.init()
    for (const observation of story) {
      const [after, report] = detector.next(memory, observation)
      if (report !== null) return true
      memory = after
    }
  } catch {
    return false
  }
  return false
}

function wellFormed({ name, event, severity, definition }: DetectorDefinition): void {
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
