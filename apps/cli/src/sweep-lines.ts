import { versions } from 'node:process'
import type { Taint } from '@ganglion/store'
import type { Finished, Manifest, Progress, SweepOutline } from '@ganglion/sweep'
import { toJson } from './json-lines.ts'
import { statedOf } from './stated.ts'

const head = (type: string, run: string) => ({ v: 1, type, run })

/** The first line: what is about to be computed. */
export function sweepStartedLine(
  plan: SweepOutline,
  manifest: Manifest,
  committed: number,
): string {
  return toJson({
    ...head('sweep.started', manifest.name),
    versions: { ganglion: manifest.versions['ganglion'], node: versions.node },
    seed: plan.seed,
    planHash: plan.hash,
    cells: plan.cells,
    members: plan.members,
    chunks: plan.chunks.length,
    committed,
    plan: plan.config,
  })
}

/** A chunk that is committed. */
export function chunkLine(
  { chunk, from, to, sha256, committed, of }: Progress,
  run: string,
): string {
  return toJson({ ...head('chunk', run), chunk, members: to - from, sha256, committed, of })
}

/** A sweep that was stopped before its end. */
export function sweepStoppedLine(committed: number, of: number, run: string): string {
  return toJson({ ...head('sweep.stopped', run), committed, of, resume: `ganglion resume ${run}` })
}

/** The last line; of a tainted table with the chunks that once came out with other bits. */
export function sweepFinishedLine(
  { cells, members, table, summary }: Finished,
  run: string,
  taints: readonly Taint[],
  plan: Pick<SweepOutline, 'config' | 'seed'>,
): string {
  const tainted = taints.length > 0 ? { tainted: taints } : {}
  const stated = { ...statedOf(plan.config), seed: plan.seed }
  return toJson({
    ...head('sweep.finished', run),
    ...stated,
    cells,
    members,
    table,
    ...tainted,
    summary,
  })
}
