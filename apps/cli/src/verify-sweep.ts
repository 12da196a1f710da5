import { availableParallelism } from 'node:os'
import {
  checkChunks,
  checkPlan,
  checkTable,
  inspect,
  playAgain,
  readOutline,
  sampleOf,
  type Check,
  type StoredSweep,
} from '@ganglion/store'
import { finished, type Finished, type Manifest } from '@ganglion/sweep'
import { hireFor } from './sweep-hire.ts'
import { sweepAgain } from './sweep-target.ts'
import { checkClaims } from './verify-claims.ts'
import type { VerifyFlags } from './verify-flags.ts'
import { versionsOf } from './verify-versions.ts'

type Tell = (check: Check) => void

/** Looks at everything of a sweep, and plays a sample of it again. */
export async function lookAtSweep(
  folder: string,
  manifest: Manifest,
  { chunks = 2, jobs = availableParallelism() }: VerifyFlags,
  tell: Tell,
  stoppable: (stop: () => void) => void,
): Promise<void> {
  const planned = await sweepAgain(manifest).catch(untold(tell))
  if (planned) tell(await checkPlan(folder, manifest, planned))
  const outline = planned ?? (await readOutline(folder, manifest))
  const found = await inspect(folder, manifest, 'bytes')
  checkChunks(folder, manifest.chunks, found).forEach(tell)
  const run = outline && { folder, manifest, outline, found }
  const end = run && (await ended(run, tell))
  if (end && planned) {
    for (const check of await checkClaims(manifest, end)) tell(check)
    const sample = sampleOf(planned.chunks.length, chunks, manifest.hash)
    const hire = hireFor(manifest.plugins)
    const again = playAgain(run, { hire, jobs, chunks: sample, told: tell })
    stoppable(() => again.stop())
    await again.done
  }
  tell(versionsOf(manifest))
}

/** Table and summary where all chunks are whole, compared with what is stored; null where they are not. */
async function ended(
  { folder, outline, found }: StoredSweep,
  tell: Tell,
): Promise<Finished | null> {
  if (found.whole.size < outline.chunks.length) return null
  try {
    const end = await finished(outline, folder)
    tell(await checkTable(folder, end))
    return end
  } catch (error) {
    // Chunks whose checksums were forged may be no table at all.
    const text = `the chunks make no table: ${(error as Error).message}`
    tell({ check: 'table', result: 'unlike', text })
    return null
  }
}

const refusals = new Set(['ConfigError', 'PlanError', 'PluginError', 'MissingInputError'])

/** A configuration that cannot be planned any more is told, and what is stored is looked at all the same. */
const untold =
  (tell: Tell) =>
  (error: unknown): null => {
    if (!(error instanceof Error) || !refusals.has(error.name)) throw error
    tell({ check: 'plan', result: 'unlike', text: `it cannot be played again: ${error.message}` })
    return null
  }
