import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MissingInputError, type Config } from '@ganglion/plan'
import { DamagedError, readManifest, type Manifest } from '@ganglion/sweep'

/** What a single game is made of: together with the program it decides every bit of its frames. */
export interface RunManifest {
  readonly format: 1
  readonly kind: 'run'
  readonly name: string
  /** The preset or file that was played. */
  readonly target: string
  /** The whole configuration. */
  readonly config: Config
  /** Plugins of somebody's own, as absolute paths. */
  readonly plugins: readonly string[]
  readonly members: number
  /** What is drawn at random is drawn as for this member of a sweep, and those after it. */
  readonly firstMember: number
  readonly seed: number
  /** Frames of steps that this divides are kept, and the last one. */
  readonly every: number
  readonly profile: 'exact'
  /** Of the plan. */
  readonly hash: string
  readonly versions: Readonly<Record<string, string>>
}

/** The manifest of a sweep or of a single game. Throws a MissingInputError when there is none, a DamagedError for what cannot be read. */
export async function readAnyManifest(folder: string): Promise<Manifest | RunManifest> {
  const file = join(folder, 'manifest.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new MissingInputError(`${folder} is no run: it has no manifest.json`)
  try {
    const manifest = JSON.parse(text) as RunManifest
    if (manifest.format === 1 && manifest.kind === 'run') return manifest
  } catch {
    throw new DamagedError(`${file} is no JSON: it was changed or cut`)
  }
  return readManifest(folder)
}
