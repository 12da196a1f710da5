import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  checkChunks,
  checkPlan,
  checkTable,
  inspect,
  playAgain,
  readAnyManifest,
  readOutline,
  sampleOf,
  type Check,
} from '@ganglion/store'
import { finished, runNamed, runsFolder } from '@ganglion/sweep'
import { onInterrupt } from './interrupt.ts'
import { Output } from './output.ts'
import { hireFor } from './sweep-hire.ts'
import { sweepAgain } from './sweep-target.ts'
import { checkClaims } from './verify-claims.ts'
import type { VerifyFlags } from './verify-flags.ts'
import { checkLine, checkText, codeOf, verdictLine, verdictText } from './verify-lines.ts'
import { versionsOf } from './verify-versions.ts'

type Tell = (check: Check) => void

/** Looks at everything of a run; resolves to the exit code. */
export async function verify(named: string, flags: VerifyFlags): Promise<number> {
  const { json = false } = flags
  const name = await runNamed(runsFolder, named)
  const output = new Output()
  const checks: Check[] = []
  const tell = (check: Check): void => {
    checks.push(check)
    void output.line(json ? checkLine(check, name) : checkText(check))
  }
  const live: { stop: () => void } = { stop: () => undefined }
  const interrupted = onInterrupt(() => live.stop())
  try {
    await look(join(runsFolder, name), flags, tell, (stop) => (live.stop = stop))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DamagedError') throw error
    tell({ check: 'chunks', result: 'unlike', text: error.message })
  }
  const code = interrupted() ?? codeOf(checks)
  await output.line(json ? verdictLine(checks, code, name) : verdictText(code, name))
  await output.flush()
  return code
}

async function look(
  folder: string,
  { chunks = 2, jobs = availableParallelism() }: VerifyFlags,
  tell: Tell,
  stoppable: (stop: () => void) => void,
): Promise<void> {
  const manifest = await readAnyManifest(folder)
  if (manifest.kind === 'run')
    return (await import('./verify-run.ts')).lookAtRun(folder, manifest, tell, stoppable)
  const planned = await sweepAgain(manifest).catch(untold(tell))
  if (planned) tell(await checkPlan(folder, manifest, planned))
  const outline = planned ?? (await readOutline(folder, manifest))
  const found = await inspect(folder, manifest, 'bytes')
  checkChunks(folder, manifest.chunks, found).forEach(tell)
  if (outline && found.whole.size === outline.chunks.length) {
    const end = await finished(outline, folder)
    tell(await checkTable(folder, end))
    if (planned) {
      for (const check of await checkClaims(manifest, end)) tell(check)
      const sample = sampleOf(outline.chunks.length, chunks, manifest.hash)
      const hire = hireFor(manifest.plugins)
      const again = playAgain(
        { folder, manifest, outline, found },
        { hire, jobs, chunks: sample, told: tell },
      )
      stoppable(() => again.stop())
      await again.done
    }
  }
  tell(versionsOf(manifest))
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
