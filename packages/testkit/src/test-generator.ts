import type { Generator } from '@ganglion/core'
import { capabilityCases } from './capability-cases.ts'
import type { Case } from './case.ts'
import { constraintCases } from './constraint-cases.ts'
import { definitionCases, optionCase, shapeCases } from './definition-cases.ts'
import { generatorWorkings } from './generator-workings.ts'
import { initialCases } from './initial-cases.ts'
import { measureCases } from './measure-cases.ts'
import type { PlayerSuite } from './player-suite.ts'
import { repeatCases } from './repeat-cases.ts'
import { workerCases } from './worker-cases.ts'

/** The conformance suite of a generator: named cases, to be run by any test runner or by none. */
export function testGenerator(definition: Generator, options: PlayerSuite = {}): readonly Case[] {
  const workings = generatorWorkings(definition, options)
  return [
    ...definitionCases(definition, 'generator', ['measure', 'initial', 'parameters']),
    optionCase(definition.options),
    ...shapeCases(definition),
    ...capabilityCases(definition, options),
    ...initialCases(definition, options),
    ...measureCases(definition, options),
    ...constraintCases(definition, options),
    ...repeatCases(definition, workings),
    ...workerCases(definition, options, workings),
  ]
}
