import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksum, DamagedError, writeDurably, type Finished } from '@ganglion/sweep'
import { finishedPath } from './finished-path.ts'
import { markOf, taintsOf, type Taint } from './taint.ts'

/** A finished sweep as it is stored, with the sha256 of its manifest and the chunks that taint it, where there are any. */
function finishedText(
  { cells, members, table, summary }: Finished,
  manifest: string,
  taints: readonly Taint[],
): string {
  const tainted = taints.map(markOf)
  const stored = {
    format: 1,
    cells,
    members,
    table,
    ...(tainted.length > 0 ? { tainted } : {}),
    manifest: `sha256:${manifest}`,
    summary,
  }
  const told = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
  return `${JSON.stringify(stored, told, 2)}\n`
}

/** Stores what a sweep came to, once: `verify` compares with it, whenever it is asked. */
export async function keepFinished(folder: string, finished: Finished): Promise<void> {
  const path = finishedPath(folder)
  const text = await finishedTextOf(folder, finished)
  if ((await readFile(path, 'utf8').catch(() => null)) !== text) await writeDurably(path, text)
}

/** What the file of a finished sweep is to hold. */
export async function finishedTextOf(folder: string, finished: Finished): Promise<string> {
  return finishedText(finished, await manifestChecksum(folder), await taintsOf(folder))
}

/** The sha256 of a run's manifest as it is on disk. */
export async function manifestChecksum(folder: string): Promise<string> {
  return checksum(await readFile(join(folder, 'manifest.json')))
}

/** Throws a DamagedError when the manifest of a finished run is not what it was at its end. */
export async function refuseChangedManifest(folder: string): Promise<void> {
  const text = await readFile(finishedPath(folder), 'utf8').catch(() => null)
  if (text === null) return
  const [, named] = /"manifest": "sha256:([0-9a-f]{64})"/.exec(text) ?? []
  if (named !== (await manifestChecksum(folder)))
    throw new DamagedError(
      `${join(folder, 'manifest.json')} is not what ${finishedPath(folder)} says: one of them was changed or cut. \`ganglion verify\` tells more.`,
    )
}
