import { Finding, NotRun, type Case } from './case.ts'

/** Runs the cases one after the other: the message of every case that fails, by its name. What is no Finding is thrown on; a case that could not be run says nothing. */
export async function findings(cases: readonly Case[]): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const { name, run } of cases) {
    try {
      await run()
    } catch (cause) {
      if (cause instanceof NotRun) continue
      if (!(cause instanceof Finding)) throw cause
      found[name] = cause.message
    }
  }
  return found
}
