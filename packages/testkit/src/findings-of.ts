import { Finding, type Case } from './case.ts'

/** What a suite finds wrong, one sentence a failing case. Rejects when a case fails otherwise than by a Finding. */
export async function findingsOf(cases: readonly Case[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const { run } of cases) {
    try {
      await run()
    } catch (error) {
      if (!(error instanceof Finding)) throw error
      found.push(error.message)
    }
  }
  return found
}
