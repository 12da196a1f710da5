import { describe, test } from 'vitest'
import type { Case } from './case.ts'

/** Registers the cases of a suite as tests of vitest, in a group of this name. */
export function conform(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    for (const one of cases) test(one.name, async () => one.run())
  })
}
