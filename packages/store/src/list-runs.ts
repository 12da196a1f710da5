import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRunName, runNamed, type Holder, type Manifest } from '@ganglion/sweep'
import { inspectRun } from './inspect-run.ts'
import { inspect } from './inspect.ts'
import { readAnyManifest, type RunManifest } from './run-manifest.ts'
import { stateOf, type RunState } from './state.ts'
import type { Taint } from './taint.ts'

/** A run in a folder of runs. */
export interface ListedRun {
  readonly name: string
  /** Milliseconds since 1970 of its beginning. */
  readonly begunMs: number
  /** What `latest` means. */
  readonly latest: boolean
  /** Null where it cannot be read. */
  readonly manifest: Manifest | RunManifest | null
  readonly state: RunState
  /** Chunks of a sweep that are whole, and all; of a single game 0 of 0. */
  readonly whole: number
  readonly of: number
  readonly writer: Holder | null
  /** Chunks that were computed again with other bits, whatever the state. */
  readonly taints: readonly Taint[]
  /** Why it counts as damaged. */
  readonly problem?: string
}

/** The runs in a folder, the oldest first. Of files only the lengths are looked at: `verify` reads every byte. */
export async function listRuns(root: string): Promise<ListedRun[]> {
  const names = await readdir(root, { withFileTypes: true }).catch(() => [])
  const latest = await runNamed(root, 'latest').catch(() => null)
  const runs: ListedRun[] = []
  for (const entry of names) {
    if (!entry.isDirectory() || !isRunName(entry.name)) continue
    const run = await listed(root, entry.name, latest)
    if (run) runs.push(run)
  }
  return runs.sort((a, b) => a.begunMs - b.begunMs || (a.name < b.name ? -1 : 1))
}

async function listed(
  root: string,
  name: string,
  latest: string | null,
): Promise<ListedRun | null> {
  const folder = join(root, name)
  const times = await stat(join(folder, 'manifest.json'))
    .catch(() => stat(folder))
    .catch(() => null)
  // It was there a moment ago; somebody has removed it.
  if (!times) return null
  const { birthtimeMs, mtimeMs } = times
  // Not every file system knows when a file was born.
  const begunMs = birthtimeMs > 0 ? Math.min(birthtimeMs, mtimeMs) : mtimeMs
  const head = { name, begunMs, latest: name === latest }
  let manifest: ListedRun['manifest'] = null
  try {
    manifest = await readAnyManifest(folder)
    if (manifest.kind === 'run') {
      const { state, writer } = await inspectRun(folder, 'lengths')
      return { ...head, manifest, state, whole: 0, of: 0, writer, taints: [] }
    }
    const found = await inspect(folder, manifest, 'lengths')
    const { whole, writer, taints } = found
    return {
      ...head,
      manifest,
      state: stateOf(found),
      whole: whole.size,
      of: manifest.chunks,
      writer,
      taints,
    }
  } catch (error) {
    const { name: kind, message: problem } = error as Error
    // A folder without a manifest is none of ours.
    if (kind === 'MissingInputError') return null
    if (kind !== 'DamagedError') throw error
    return {
      ...head,
      manifest,
      state: 'damaged',
      whole: 0,
      of: 0,
      writer: null,
      taints: [],
      problem,
    }
  }
}
