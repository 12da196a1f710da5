import type { Generator } from '@ganglion/core'
import type { Case } from './case.ts'
import { definitionCases, optionCase, shapeCases } from './definition-cases.ts'
import type { PlayerSuite } from './player-suite.ts'

/** The conformance suite of a generator: named cases, to be run by any test runner or by none. */
export function testGenerator(definition: Generator, options: PlayerSuite = {}): readonly Case[] {
  void options
  return [
    ...definitionCases(definition, 'generator', ['measure', 'initial', 'parameters']),
    optionCase(definition.options),
    ...shapeCases(definition),
  ]
}
