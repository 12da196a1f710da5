import { wordings, type Generator } from '@ganglion/core'
import { authoredPorts } from './authored-ports.ts'
import { capabilityCases } from './capability-cases.ts'
import type { Case } from './case.ts'
import { constraintCases } from './constraint-cases.ts'
import { definitionCases, optionCase, shapeCases } from './definition-cases.ts'
import { generatorWorkings } from './generator-workings.ts'
import { initialCases } from './initial-cases.ts'
import { measureCases } from './measure-cases.ts'
import { mistakesOnce } from './mistakes-once.ts'
import type { PlayerSuite } from './player-suite.ts'
import { repeatCases } from './repeat-cases.ts'
import { worded } from './worded.ts'
import { workerCases } from './worker-cases.ts'

/** The conformance suite of a generator: named cases, to be run by any test runner or by none. */
export function testGenerator(written: Generator, options: PlayerSuite = {}): readonly Case[] {
  const definition = authoredPorts(written)
  return mistakesOnce([
    ...definitionCases(definition, 'generator', ['measure', 'initial', 'parameters']),
    optionCase(definition.options),
    ...shapeCases(definition),
    ...wordings(definition.options).flatMap((words) =>
      casesWith(definition, { ...options, settings: { ...options.settings, ...words } }, words),
    ),
    ...constraintCases(definition, options),
  ])
}

/** What may be another thing for another word: arrays, the law, everything derived of them. */
function casesWith(
  definition: Generator,
  suite: PlayerSuite,
  words: Readonly<Record<string, string>>,
): readonly Case[] {
  const workings = generatorWorkings(definition, suite)
  const cases = [
    ...capabilityCases(definition, suite),
    ...initialCases(definition, suite),
    ...measureCases(definition, suite),
    ...repeatCases(definition, workings),
    ...workerCases(definition, suite, workings),
  ]
  return cases.map((one) => ({ ...one, name: `${one.name}${worded(words)}` }))
}
