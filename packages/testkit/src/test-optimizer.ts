import type { Optimizer } from '@ganglion/core'
import type { Case } from './case.ts'
import { definitionCases } from './definition-cases.ts'

/** The conformance suite of an optimizer: named cases, to be run by any test runner or by none. */
export function testOptimizer(definition: Optimizer): readonly Case[] {
  return [...definitionCases(definition, 'optimizer', ['update'])]
}
