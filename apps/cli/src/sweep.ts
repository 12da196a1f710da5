import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { keepFinished, keepOutline, taintsOf, taintText } from '@ganglion/store'
import {
  checkRunName,
  defaultRunName,
  makeRoot,
  manifestOf,
  readManifest,
  RunFolder,
  runNamed,
  runningVersions,
  runsFolder,
  setLatest,
  startSweep,
  type SweepOutline,
} from '@ganglion/sweep'
import { exitCode } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { Output } from './output.ts'
import { pluginsOf } from './plugins-of.ts'
import type { ResumeFlags, SweepFlags } from './sweep-flags.ts'
import { chunkLine, sweepFinishedLine, sweepStartedLine, sweepStoppedLine } from './sweep-lines.ts'
import { mapFor, SweepProgress } from './sweep-progress.ts'
import { hireFor } from './sweep-hire.ts'
import { absolute, sweepAgain, sweepOf } from './sweep-target.ts'
import { finishedText } from './sweep-text.ts'
import { beginningText, nextText } from './sweep-text-end.ts'
import { version } from './version.ts'

/** Plays a target over its cells; resolves to the exit code. */
export async function sweep(target: string, flags: SweepFlags): Promise<number> {
  if (flags.out !== undefined) checkRunName(flags.out)
  if (flags.dryRun) return (await import('./sweep-dry-run.ts')).dryRun(target, flags)
  const plugins = absolute(await pluginsOf(target, flags))
  const { outline } = await sweepOf(target, { ...flags, plugins })
  await makeRoot(runsFolder)
  const name = flags.out ?? (await freshName(target, outline.hash))
  const manifest = manifestOf(outline, { name, target, plugins, version: version() })
  return play(outline, await RunFolder.begin(join(runsFolder, name), manifest), flags)
}

/** Goes on with a run; resolves to the exit code. */
export async function resume(named: string, flags: ResumeFlags): Promise<number> {
  const folder = join(runsFolder, await runNamed(runsFolder, named))
  const outline = await sweepAgain(await readManifest(folder))
  return play(outline, await RunFolder.reopen(folder, runningVersions(version())), flags)
}

async function play(plan: SweepOutline, run: RunFolder, flags: ResumeFlags): Promise<number> {
  const { json = false, jobs = availableParallelism() } = flags
  const { name } = run.manifest
  await setLatest(runsFolder, name)
  await keepOutline(run.folder, plan)
  const output = new Output()
  let committed = run.committed.size
  if (run.damaged.length > 0)
    process.stderr.write(
      `ganglion: chunks ${run.damaged.join(', ')} were changed or cut since they were stored; they are computed again\n`,
    )
  await output.line(
    json ? sweepStartedLine(plan, run.manifest, committed) : beginningText(plan, committed),
  )
  const { folder, committed: before } = run
  const mapped = { plan, folder, committed: before, ...(flags.ascii ? { ascii: true } : {}) }
  // Lines on the same terminal would tear a map to pieces.
  const torn = json && process.stdout.isTTY
  const map = torn ? null : await mapFor(process.stderr, process.env, mapped)
  const progress = new SweepProgress(process.stderr, process.env, map)
  const live = startSweep(plan, run, {
    hire: hireFor(run.manifest.plugins),
    jobs,
    progress: (told) => {
      committed = told.committed
      if (json) void output.line(chunkLine(told, name))
      progress.next(told)
    },
  })
  const interrupted = onInterrupt(() => live.stop())
  const found = await live.done
    .then(async (finished) => {
      await progress.settled()
      return finished
    })
    .catch((error: Error) => {
      // What failed is told by whoever ends the command; how to go on is told here.
      const { length } = plan.chunks
      process.stderr.write(
        `ganglion: failed with ${committed} of ${length} chunks saved; go on with: ganglion resume ${name}\n`,
      )
      throw error
    })
    .finally(() => progress.end())
  if (found) await keepFinished(run.folder, found)
  const taints = await taintsOf(run.folder)
  const taint = taintText(taints)
  if (taint !== null) process.stderr.write(`ganglion: ${taint}\n`)
  if (found) {
    const told = json
      ? [sweepFinishedLine(found, name, taints, plan)]
      : [finishedText(found), nextText(name)]
    for (const line of told) await output.line(line)
  } else {
    if (json) await output.line(sweepStoppedLine(committed, plan.chunks.length, name))
    process.stderr.write(
      `ganglion: stopped with ${committed} of ${plan.chunks.length} chunks saved; go on with: ganglion resume ${name}\n`,
    )
  }
  await output.flush()
  return interrupted() ?? (found ? exitCode.ok : exitCode.failed)
}

/** A name that no run has yet, taken by making its folder. */
async function freshName(target: string, hash: string): Promise<string> {
  const name = defaultRunName(target, hash)
  for (let k = 1; ; k++) {
    const tried = k === 1 ? name : `${name}-${k}`
    const made = await mkdir(join(runsFolder, tried)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    if (made) return tried
  }
}
