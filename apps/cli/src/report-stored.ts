import { basename } from 'node:path'
import { inspectRun, type RunManifest } from '@ganglion/store'
import { DamagedError } from '@ganglion/sweep'
import { contained, experiment } from 'ganglion'
import { prepare } from 'ganglion/prepare'
import { presetNames, type Registry } from '@ganglion/plan'
import { unwholeRun } from './export-refusal.ts'
import { keptGame } from './kept-game.ts'
import type { PlayedSingle } from './report-single.ts'

/**
 * A stored single game, played again as its manifest says: of what is kept frames may be missing, bits are the same. Throws a
 * DamagedError for one that has not ended, or was changed.
 */
export async function playStored(
  folder: string,
  manifest: RunManifest,
  registry: Registry,
): Promise<PlayedSingle> {
  const problem = unwholeRun(folder, await inspectRun(folder, 'bytes'))
  if (problem) throw new DamagedError(`${problem.text}: ${problem.mend}`)
  const { target, config, plugins, firstMember, every, hash, members } = manifest
  const live =
    plugins.length > 0
      ? contained(config, { plugins, firstMember, every })
      : experiment(config, { firstMember })
  const kept = await keptGame(live)
  const title = members > 1 ? `the first of ${members} games` : 'a stored game'
  const asPreset = firstMember === 0 && (await isAsPreset(target, hash, registry))
  const run = basename(folder)
  return { target, title, run, asPreset, plan: await live.plan, ...kept }
}

/** Whether it is a preset of a paper as it stands there: then it serves the claims. */
async function isAsPreset(target: string, hash: string, registry: Registry): Promise<boolean> {
  return (await presetNames(registry)).includes(target) && (await prepare(target)).hash === hash
}
