import { join } from 'node:path'
import { inspect, readOutline, type StoredSweep } from '@ganglion/store'
import { readManifest, runNamed, runsFolder } from '@ganglion/sweep'
import { sweepAgain } from './sweep-target.ts'

/** A stored sweep by its name, every byte of it looked at. Throws a MissingInputError, a DamagedError or a ConfigError. */
export async function storedSweep(named: string): Promise<StoredSweep> {
  const folder = join(runsFolder, await runNamed(runsFolder, named))
  const manifest = await readManifest(folder)
  // A run that was killed in its first moments may have none.
  const outline = (await readOutline(folder, manifest)) ?? (await sweepAgain(manifest))
  return { folder, manifest, outline, found: await inspect(folder, manifest, 'bytes') }
}
