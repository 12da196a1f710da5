import type { Discriminator } from '@ganglion/core'
import type { Case } from './case.ts'
import { definitionCases, optionCase, shapeCases } from './definition-cases.ts'
import { derivativeCases } from './derivative-cases.ts'
import type { PlayerSuite } from './player-suite.ts'

/** The conformance suite of a discriminator: named cases, to be run by any test runner or by none. */
export function testDiscriminator(
  definition: Discriminator,
  options: PlayerSuite = {},
): readonly Case[] {
  return [
    ...definitionCases(definition, 'discriminator', ['critic', 'initial', 'parameters']),
    optionCase(definition.options),
    ...shapeCases(definition),
    ...derivativeCases(definition, options),
  ]
}
