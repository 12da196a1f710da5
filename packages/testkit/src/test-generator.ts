import type { Generator } from '@ganglion/core'
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
import { workerCases } from './worker-cases.ts'

/** The conformance suite of a generator: named cases, to be run by any test runner or by none. */
export function testGenerator(written: Generator, options: PlayerSuite = {}): readonly Case[] {
  const definition = authoredPorts(written)
  const workings = generatorWorkings(definition, options)
  return mistakesOnce([
    ...definitionCases(definition, 'generator', ['measure', 'initial', 'parameters']),
    optionCase(definition.options),
    ...shapeCases(definition),
    ...capabilityCases(definition, options),
    ...initialCases(definition, options),
    ...measureCases(definition, options),
    ...constraintCases(definition, options),
    ...repeatCases(definition, workings),
    ...workerCases(definition, options, workings),
  ])
}
