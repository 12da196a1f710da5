import {
  cellRows,
  frameRows,
  inspect,
  inspectRun,
  memberRows,
  readAnyManifest,
  readOutline,
  refuseChangedManifest,
  storedFolder,
  taintText,
  type Rows,
  type RunManifest,
} from '@ganglion/store'
import { runsFolder, toldVersions, type Manifest } from '@ganglion/sweep'
import { unwholeRun, unwholeSweep, type Unwhole } from './export-refusal.ts'
import { sweepAgain } from './sweep-target.ts'

/** A stored run as something to be exported. */
export interface ExportSource {
  /** Why it is not whole, null when it is. */
  readonly problem: Unwhole | null
  /** Why its numbers are not to be trusted everywhere, null where nothing is known against them. */
  readonly taint: string | null
  /** What of it is there, in words. */
  readonly there: string
  /** Its table; of a sweep a row a cell, or a member. */
  rows(members: boolean): Promise<Rows>
  /** What a Parquet file says of where it comes from. */
  readonly metadata: Readonly<Record<string, string>>
}

/** A run by its name, every byte of it looked at. Throws a MissingInputError, a DamagedError or a ConfigError. */
export async function sourceOf(named: string): Promise<ExportSource> {
  const folder = await storedFolder(runsFolder, named)
  const manifest = await readAnyManifest(folder)
  return manifest.kind === 'run' ? singleSource(folder, manifest) : sweepSource(folder, manifest)
}

async function sweepSource(folder: string, manifest: Manifest): Promise<ExportSource> {
  await refuseChangedManifest(folder)
  // A run that was killed in its first moments may have no outline.
  const outline = (await readOutline(folder, manifest)) ?? (await sweepAgain(manifest))
  const found = await inspect(folder, manifest, 'bytes')
  const run = { folder, manifest, outline, found }
  const taint = taintText(found.taints)
  const there = outline.chunks.filter(({ chunk }) => found.whole.has(chunk))
  const members = there.reduce((all, { from, to }) => all + to - from, 0)
  return {
    problem: unwholeSweep(run),
    taint,
    there: `${members} of ${outline.members} members`,
    rows: async (each) => (each ? memberRows(run) : cellRows(run)),
    metadata: {
      ...metadataOf(manifest, `${found.whole.size} of ${manifest.chunks} chunks`),
      ...(taint === null ? {} : { 'ganglion.tainted': taint }),
    },
  }
}

async function singleSource(folder: string, manifest: RunManifest): Promise<ExportSource> {
  const found = await inspectRun(folder, 'bytes')
  return {
    problem: unwholeRun(folder, found),
    taint: null,
    there: 'the frames that are there',
    rows: () => frameRows(folder),
    metadata: metadataOf(manifest, found.state === 'finished' ? 'all frames' : 'some frames'),
  }
}

function metadataOf(manifest: Manifest | RunManifest, holds: string): Record<string, string> {
  const { name, target, seed, hash, profile } = manifest
  return {
    'ganglion.run': name,
    'ganglion.target': target,
    'ganglion.plan-hash': hash,
    'ganglion.seed': String(seed),
    'ganglion.profile': profile,
    'ganglion.versions': JSON.stringify(toldVersions(manifest)),
    'ganglion.holds': holds,
  }
}
