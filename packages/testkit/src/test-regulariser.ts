import type { Regulariser } from '@ganglion/core'
import type { Case } from './case.ts'
import { definitionCases, optionCase } from './definition-cases.ts'

/** What the suite of a regulariser may be told. */
export interface RegulariserSuite {
  /** The term has kinks, and its author knows. */
  readonly kinks?: boolean
}

/** The conformance suite of a regulariser: named cases, to be run by any test runner or by none. */
export function testRegulariser(
  definition: Regulariser,
  options: RegulariserSuite = {},
): readonly Case[] {
  void options
  return [...definitionCases(definition, 'regulariser', ['value']), optionCase(definition.options)]
}
