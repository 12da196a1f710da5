import { join } from 'node:path'
import type { Scale, SweepUse } from '@ganglion/core'
import { canonical } from '@ganglion/plan'
import { keepFinished, keepOutline } from '@ganglion/store'
import {
  manifestOf,
  RunFolder,
  runsFolder,
  setLatest,
  startSweep,
  type GroupSummary,
  type LiveSweep,
} from '@ganglion/sweep'
import { hireFor } from './sweep-hire.ts'
import { mapFor, SweepProgress } from './sweep-progress.ts'
import { sweepOf } from './sweep-target.ts'
import { version } from './version.ts'

/** A sweep that was played for a paper. */
export interface PlayedSweep {
  /** Name of the run, a folder in runs/. */
  readonly run: string
  readonly summary: readonly GroupSummary[]
}

/** Two uses of one key are one sweep. */
export function keyOf(use: SweepUse, scale: Scale): string {
  return canonical([use.preset, settingsOf(use, scale)])
}

function settingsOf({ set = [], scaled = {} }: SweepUse, scale: Scale): readonly string[] {
  return [...set, ...(scaled[scale] ?? [])]
}

/**
 * Plays a sweep of a paper, or what is missing of it: the name of its run follows from what it is. `started` gets hold of
 * it; null when it was stopped before its end. Throws a LockedError while another process plays it.
 */
export async function playSweep(
  use: SweepUse,
  { paper, scale, jobs, ascii }: { paper: string; scale: Scale; jobs: number; ascii: boolean },
  started: (live: LiveSweep) => void,
): Promise<PlayedSweep | null> {
  const target = `${paper}/${use.preset}`
  const { outline } = await sweepOf(target, { scale, set: settingsOf(use, scale) })
  const name = `${paper}-${scale}-${use.preset}-${outline.hash.slice(0, 8)}`
  const manifest = manifestOf(outline, { name, target, plugins: [], version: version() })
  const run = await RunFolder.begin(join(runsFolder, name), manifest)
  await setLatest(runsFolder, name)
  await keepOutline(run.folder, outline)
  const { folder, committed } = run
  const map = await mapFor(process.stderr, process.env, { plan: outline, folder, committed, ascii })
  const progress = new SweepProgress(process.stderr, process.env, map, { name: target })
  const live = startSweep(outline, run, {
    hire: hireFor([]),
    jobs,
    progress: (told) => progress.next(told),
  })
  started(live)
  const found = await live.done
    .then(async (finished) => {
      await progress.settled()
      return finished
    })
    .finally(() => progress.end())
  if (!found) return null
  await keepFinished(run.folder, found)
  return { run: name, summary: found.summary }
}
