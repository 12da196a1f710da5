import type { Dynamics } from '@ganglion/core'
import type { Case } from './case.ts'
import { definitionCases, optionCase } from './definition-cases.ts'

/** What a dynamics' suite may be told beforehand. */
export interface DynamicsSuite {
  /** A player that this dynamics never moves. */
  readonly still?: 'generator' | 'discriminator'
  /** The URL or path of the file whose default export is the dynamics: it is then tried in a worker too. */
  readonly file?: string | URL
}

/** The conformance suite of a dynamics. */
export function testDynamics(dynamics: Dynamics, _suite: DynamicsSuite = {}): readonly Case[] {
  return [...definitionCases(dynamics, 'dynamics', ['script']), optionCase(dynamics.options)]
}
