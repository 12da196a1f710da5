import { describe, test } from 'vitest'
import { authorStack } from '@ganglion/core'
import { NotRun, type Case } from './case.ts'

/** Registers the cases of a suite as tests of vitest, in a group of this name. */
export function conform(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    for (const one of cases)
      test(one.name, async ({ skip }) => {
        try {
          await one.run()
        } catch (cause) {
          if (cause instanceof NotRun) skip(cause.message)
          // The author looks for a line of theirs; ours would bury it.
          if (cause instanceof Error) cause.stack = authorStack(cause)
          throw cause
        }
      })
  })
}
