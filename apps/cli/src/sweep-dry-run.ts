import { availableParallelism } from 'node:os'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'
import { pluginsOf } from './plugins-of.ts'
import type { SweepFlags } from './sweep-flags.ts'
import { sweepOf } from './sweep-target.ts'
import { duration, planText } from './sweep-text.ts'

/** Prints what a sweep would cost; plays a few steps to know. */
export async function dryRun(target: string, flags: SweepFlags): Promise<number> {
  const jobs = flags.jobs ?? availableParallelism()
  const { outline: plan, seconds: alone } = await sweepOf(
    target,
    { ...flags, plugins: await pluginsOf(target, flags) },
    true,
  )
  const seconds = alone! / jobs
  const { cells, members, chunks, chunkMembers, hash, seed } = plan
  const output = new Output()
  const groups = plan.groups.map(({ options, trials, cells: own, members: of }) => ({
    group: options,
    cells: own.count,
    trials,
    members: of,
  }))
  await output.line(
    flags.json
      ? toJson({
          v: 1,
          type: 'sweep.planned',
          cells,
          members,
          chunks: chunks.length,
          chunkMembers,
          groups,
          jobs,
          seconds,
          seed,
          planHash: hash,
        })
      : `${planText(plan)}; about ${duration(seconds)} with ${jobs} worker${jobs === 1 ? '' : 's'}`,
  )
  await output.flush()
  return 0
}
