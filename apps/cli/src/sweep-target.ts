import { resolve } from 'node:path'
import type { Manifest, SweepOutline } from '@ganglion/sweep'
import { answer } from './answer.ts'
import type { SweepAnswer } from './sweep-answer.ts'
import type { SweepFlags } from './sweep-flags.ts'

/** The sweep of a target with what is laid over it. Throws a ConfigError with everything that is wrong. */
export async function sweepOf(
  target: string,
  { plugins = [], chunk: chunkMembers, ...flags }: SweepFlags,
  timed = false,
): Promise<SweepAnswer> {
  const { set = [], seed, steps, members, scale } = flags
  const overrides = Object.fromEntries(
    Object.entries({ set, seed, steps, members, scale }).filter(([, value]) => value !== undefined),
  )
  return answer({ about: 'sweep', target, overrides, plugins, chunkMembers, timed })
}

/** The sweep that a manifest describes. Throws a ConfigError when this program would make another one of it. */
export async function sweepAgain(manifest: Manifest): Promise<SweepOutline> {
  const { name, config, plugins, chunkMembers, hash } = manifest
  return (await answer({ about: 'sweep', name, config, hash, plugins, chunkMembers })).outline
}

/** Paths of plugins that mean the same wherever the sweep goes on. */
export const absolute = (plugins: readonly string[] = []): string[] =>
  plugins.map((path) => resolve(path))
