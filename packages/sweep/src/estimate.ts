import { createExperiment } from '@ganglion/engine'
import { ensembleMembers } from './ensembles.ts'
import type { Group, SweepPlan } from './plan-sweep.ts'
import { ownNumbers } from './play-chunk.ts'

/** Steps that are played to know what a step costs. */
const probe = 100
/** So many members play them, or an ensemble where that is less. */
const probing = 128

/** About how many seconds a sweep takes one worker, by a few steps of each group. `now` tells the time in seconds. */
export async function secondsOf({ groups }: SweepPlan, now: () => number): Promise<number> {
  let seconds = 0
  for (const group of groups) seconds += await secondsOfGroup(group, now)
  return seconds
}

async function secondsOfGroup(group: Group, now: () => number): Promise<number> {
  const { steps, every } = group.plan
  const members = Math.min(probing, group.members, ensembleMembers(group.plan))
  const play = async (some: number): Promise<number> => {
    const plan = { ...group.plan, members, steps: some, every: some }
    const own = ownNumbers(group, 0, members)
    let started = 0
    const live = createExperiment(plan, { own })
    live.state$.subscribe((state) => {
      if (state === 'running') started = now()
    })
    const { error } = await live.done
    if (error) throw error
    return now() - started
  }
  const some = Math.min(steps, probe)
  // Twice, for the first time compiles.
  await play(some)
  const few = await play(1)
  const many = await play(some)
  const step = some > 1 ? Math.max(0, many - few) / (some - 1) : many
  const frames = Math.floor(steps / every) + 1
  return (group.members / members) * (step * steps + (few / 2) * frames)
}
