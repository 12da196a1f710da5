import { PluginError, type Plan, type Result } from '@ganglion/core'
import {
  createExperiment,
  refuseImpossible,
  type ExperimentOptions,
  type LiveExperiment,
} from '@ganglion/engine'
import { cellNumber } from './cells.ts'
import type { ChunkTable } from './chunk-file.ts'
import type { Chunk } from './chunks.ts'
import { ensembleMembers } from './ensembles.ts'
import { FirstTimes } from './first-times.ts'
import { Gathered } from './gathered.ts'
import { collectGarbage, isFull } from './garbage.ts'
import type { Group, SweepPlan } from './plan-sweep.ts'

/** How a chunk is played; nothing here changes its rows. */
export interface Playing extends Pick<ExperimentOptions, 'trace' | 'frozen'> {
  /** Members that play together. */
  readonly ensemble?: number
}

/** Plays the members of a chunk, in ensembles. Rejects with the PluginError of a game that failed. */
export async function playChunk(
  { groups, section }: SweepPlan,
  chunk: Chunk,
  { ensemble, ...guarding }: Playing = {},
): Promise<ChunkTable> {
  const group = groups[chunk.group]!
  deriveFirst(group.plan)
  const gathered = new Gathered(group, chunk)
  const times = section.times ? new FirstTimes(section.times, chunk.to - chunk.from) : null
  const most = ensemble ?? evenly(chunk.to - chunk.from, ensembleMembers(group.plan))
  const begin = (from: number, to: number): LiveExperiment => {
    const live = begun(group, from, to, guarding)
    gathered.watch(from, live)
    times?.watch(live, from - chunk.from)
    return live
  }
  const part: Part = { group, begin, take: (from, result) => gathered.take(from, result) }
  for (let from = chunk.from; from < chunk.to; from += most)
    await play(part, from, Math.min(chunk.to, from + most))
  const criteria = { success: section.success ?? {}, share: section.shares ?? {} }
  return { ...chunk, columns: [...gathered.columns(criteria), ...(times?.columns() ?? [])] }
}

/**
 * Derives the programs of a plan before there is a game: expressions know the stack that made them, and what stands there
 * lives as long as they do.
 */
function deriveFirst(plan: Plan): void {
  try {
    refuseImpossible(plan)
  } catch {
    // What cannot work is told by its game, with its place.
  }
}

/** The size of ensembles that are about equal. */
function evenly(members: number, most: number): number {
  return Math.ceil(members / Math.max(1, Math.round(members / most)))
}

/** Plans by their number of members: one plan object keeps what is derived from it. */
const sized = new WeakMap<Group, Map<number, Plan>>()

function planFor(group: Group, members: number): Plan {
  const known = sized.get(group) ?? new Map<number, Plan>()
  sized.set(group, known)
  const plan = known.get(members) ?? { ...group.plan, members }
  known.set(members, plan)
  return plan
}

/** Begins the game of members [from, to) of a group. */
function begun(
  group: Group,
  from: number,
  to: number,
  guarding: Pick<ExperimentOptions, 'trace' | 'frozen'>,
): LiveExperiment {
  const own = ownNumbers(group, from, to)
  return createExperiment(planFor(group, to - from), { ...guarding, firstMember: from, own })
}

/** What is played: members [from, to) of a group; where it is begun, and where it goes when it has ended. */
interface Part {
  readonly group: Group
  readonly begin: (from: number, to: number) => LiveExperiment
  readonly take: (from: number, result: Result) => void
}

/** Plays members as one ensemble; as two, one after the other, where there is no memory for it. */
async function play(part: Part, from: number, to: number): Promise<void> {
  if (await isPlayed(part, from, to, false)) return
  await collectGarbage()
  const alone = to - from === 1
  if (await isPlayed(part, from, to, alone)) return
  await collectGarbage()
  const middle = Math.ceil((from + to) / 2)
  await play(part, from, middle)
  await play(part, middle, to)
}

/**
 * Plays an ensemble, if there is memory for it; where there is none, and it must be played, rejects. What a failed one has
 * noted is noted again, the same. No error is kept: its stack would hold the arrays that are to be given back.
 */
async function isPlayed(
  { group, begin, take }: Part,
  from: number,
  to: number,
  must: boolean,
): Promise<boolean> {
  try {
    const result = await begin(from, to).done
    if (result.error) throw locatedIn(group, from, result.error)
    take(from, result)
    return true
  } catch (error) {
    if (isFull(error) && !must) return false
    throw error
  }
}

/** The values of the cells, as the engine takes them: number c of member m at c * members + m. */
export function ownNumbers(
  { cells, trials }: Group,
  from: number,
  to: number,
): Record<string, Float64Array> {
  const members = to - from
  return Object.fromEntries(
    cells.axes.map(({ path, width }, axis) => {
      const numbers = new Float64Array(width * members)
      for (let c = 0; c < width; c++)
        for (let m = 0; m < members; m++)
          numbers[c * members + m] = cellNumber(cells, Math.floor((from + m) / trials), axis, c)
      return [path, numbers]
    }),
  )
}

function locatedIn({ trials }: Group, from: number, error: PluginError): PluginError {
  const { plugin, port, member, step } = error
  const global = from + (member ?? 0)
  const place = `cell ${Math.floor(global / trials)}, trial ${global % trials}`
  return new PluginError(
    { plugin, port, step, ...(member === null ? {} : { member: global }) },
    `${place}: ${error.message}`,
    error,
  )
}
