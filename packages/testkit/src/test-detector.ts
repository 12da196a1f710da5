import type { DetectorDefinition, Observation } from '@ganglion/core'
import type { Case } from './case.ts'
import { check } from './check.ts'
import { definitionCases } from './definition-cases.ts'
import {
  bearsBadNumbers,
  firesAtAll,
  foldsAgain,
  isSilent,
  readsItsNeeds,
  readsWhatItSays,
  reportsInTurn,
  saysNothingUntold,
  survivesSaving,
  wellFormed,
} from './detector-cases.ts'
import { detectorOptionCases } from './detector-options.ts'
import { storiesOf, type Story } from './detector-stories.ts'
import { mistakesOnce } from './mistakes-once.ts'

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
  const { fires, quiet, optional = [] } = suite
  const trial = {
    definition,
    detector: () => definition.create(),
    told: telling(definition, suite),
  }
  return mistakesOnce([
    ...definitionCases(definition, 'detector', ['needs', 'create']),
    check('definition: event, severity, definition', () => wellFormed(definition)),
    ...detectorOptionCases(definition),
    check('needs: reads what it needs, and nothing else', () => readsItsNeeds(trial, optional)),
    check('fold: changes nothing, same answer again, no chance, no clock', () => foldsAgain(trial)),
    check('fold: its memory survives being saved at every step', () => survivesSaving(trial)),
    check('reports: event and cleared in turn, dated, with numbers as evidence', () =>
      reportsInTurn(trial),
    ),
    check('bears NaN, infinite numbers and empty lists', () => bearsBadNumbers(trial)),
    check('says nothing about signals that are missing', () => saysNothingUntold(trial)),
    check('reads no signals but those that it says it reads', () => readsWhatItSays(trial)),
    check('is silent where nothing is wrong', () => isSilent(trial, quiet)),
    check('fires at all', () => firesAtAll(trial, fires !== undefined)),
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
