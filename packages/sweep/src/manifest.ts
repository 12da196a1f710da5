import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Profile } from '@ganglion/core'
import { MissingInputError, type Config } from '@ganglion/plan'
import { DamagedError } from './ledger.ts'
import type { SweepOutline } from './plan-sweep.ts'
import { runningVersions, type Computed } from './versions.ts'

/** What a sweep is made of: together with the program it decides every bit of the table. */
export interface Manifest extends Computed {
  readonly format: 1
  readonly kind: 'sweep'
  readonly name: string
  /** The preset or file that it was begun with. */
  readonly target: string
  /** The whole configuration, the section `sweep` included. */
  readonly config: Config
  /** Plugins of somebody's own, as absolute paths. */
  readonly plugins: readonly string[]
  readonly chunkMembers: number
  readonly chunks: number
  readonly members: number
  readonly seed: number
  readonly profile: Profile
  /** Arrays of the players that the table does without: they follow from seed and member. Absent where it has all. */
  readonly leftOut?: readonly string[]
  /** Of the sweep's plan: a program that plans another sweep of this configuration must not go on with it. */
  readonly hash: string
}

/** What a sweep says of itself before it begins. */
export function manifestOf(
  plan: SweepOutline,
  {
    name,
    target,
    plugins,
    version,
  }: Pick<Manifest, 'name' | 'target' | 'plugins'> & { readonly version: string },
): Manifest {
  const leftOut = [...new Set(plan.groups.flatMap((group) => group.leftOut ?? []))]
  return {
    format: 1,
    kind: 'sweep',
    name,
    target,
    config: plan.config,
    plugins,
    chunkMembers: plan.chunkMembers,
    chunks: plan.chunks.length,
    members: plan.members,
    seed: plan.seed,
    profile: (plan.config['profile'] as Profile | undefined) ?? 'exact',
    ...(leftOut.length > 0 ? { leftOut } : {}),
    hash: plan.hash,
    versions: runningVersions(version),
  }
}

/** The manifest in a run's folder. Throws a MissingInputError when there is none, a DamagedError when it cannot be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, 'manifest.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new MissingInputError(`${folder} is no run: it has no manifest.json`)
  let single = false
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.format === 1 && manifest.kind === 'sweep') return manifest
    if ((manifest.kind as string) === 'run') single = true
  } catch {
    // Told below.
  }
  if (single)
    throw new MissingInputError(
      `${folder} is a single game, no sweep: there are no chunks to go on with. Play it again with \`ganglion run\``,
    )
  throw new DamagedError(`${file} is no manifest of a sweep that this version can read`)
}
