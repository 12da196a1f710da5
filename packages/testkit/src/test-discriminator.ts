import type { Discriminator, Objective } from '@ganglion/core'
import { authoredPorts } from './authored-ports.ts'
import { bestCases } from './best-cases.ts'
import { capabilityCases } from './capability-cases.ts'
import type { Case } from './case.ts'
import { constraintCases } from './constraint-cases.ts'
import { definitionCases, optionCase, shapeCases } from './definition-cases.ts'
import { derivativeCases } from './derivative-cases.ts'
import { discriminatorWorkings } from './discriminator-workings.ts'
import { expectationCases } from './expectation-cases.ts'
import { growthCases } from './growth-cases.ts'
import { initialCases } from './initial-cases.ts'
import { mistakesOnce } from './mistakes-once.ts'
import type { PlayerSuite } from './player-suite.ts'
import { difference } from './reference-games.ts'
import { repeatCases } from './repeat-cases.ts'
import { workerCases } from './worker-cases.ts'

/** What the suite of a discriminator may be told. */
export interface DiscriminatorSuite extends PlayerSuite {
  /** The objective that `best` is best for; without it V = E_target D - E_generated D. */
  readonly objective?: Objective
}

/** The conformance suite of a discriminator: named cases, to be run by any test runner or by none. */
export function testDiscriminator(
  written: Discriminator,
  options: DiscriminatorSuite = {},
): readonly Case[] {
  const definition = authoredPorts(written)
  const workings = discriminatorWorkings(definition, options)
  return mistakesOnce([
    ...definitionCases(definition, 'discriminator', ['critic', 'initial', 'parameters']),
    optionCase(definition.options),
    ...shapeCases(definition),
    ...capabilityCases(definition, options),
    ...initialCases(definition, options),
    ...derivativeCases(definition, options),
    ...expectationCases(definition, options),
    ...constraintCases(definition, options),
    ...growthCases(definition, options),
    ...bestCases(definition, options, options.objective ?? difference),
    ...repeatCases(definition, workings),
    ...workerCases(definition, options, workings),
  ])
}
