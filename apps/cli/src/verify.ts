import { basename } from 'node:path'
import { readAnyManifest, storedFolder, type Check } from '@ganglion/store'
import { runsFolder } from '@ganglion/sweep'
import { onInterrupt } from './interrupt.ts'
import { Output } from './output.ts'
import type { VerifyFlags } from './verify-flags.ts'
import { checkLine, checkText, codeOf, verdictLine, verdictText } from './verify-lines.ts'
import { lookAtRun } from './verify-run.ts'
import { lookAtSweep } from './verify-sweep.ts'

/** Looks at everything of a run; resolves to the exit code. */
export async function verify(named: string, flags: VerifyFlags): Promise<number> {
  const { json = false } = flags
  const folder = await storedFolder(runsFolder, named)
  const name = basename(folder)
  const output = new Output()
  const checks: Check[] = []
  const tell = (check: Check): void => {
    checks.push(check)
    void output.line(json ? checkLine(check, name) : checkText(check))
  }
  const live: { stop: () => void } = { stop: () => undefined }
  const interrupted = onInterrupt(() => live.stop())
  const stoppable = (stop: () => void): void => void (live.stop = stop)
  try {
    const manifest = await readAnyManifest(folder)
    if (manifest.kind === 'run') await lookAtRun(folder, manifest, tell, stoppable)
    else await lookAtSweep(folder, manifest, flags, tell, stoppable)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DamagedError') throw error
    tell({ check: 'chunks', result: 'unlike', text: error.message })
  }
  const code = interrupted() ?? codeOf(checks)
  await output.line(json ? verdictLine(checks, code, name) : verdictText(code, name))
  await output.flush()
  return code
}
