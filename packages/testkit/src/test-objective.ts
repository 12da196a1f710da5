import type { Objective } from '@ganglion/core'
import type { Case } from './case.ts'
import { definitionCases } from './definition-cases.ts'

/** What the suite of an objective may be told. */
export interface ObjectiveSuite {
  /** The objective has kinks, and its author knows. */
  readonly kinks?: boolean
}

/** The conformance suite of an objective: named cases, to be run by any test runner or by none. */
export function testObjective(
  definition: Objective,
  options: ObjectiveSuite = {},
): readonly Case[] {
  void options
  return [...definitionCases(definition, 'objective', ['f', 'g'])]
}
