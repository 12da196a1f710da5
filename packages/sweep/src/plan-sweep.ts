import { createHash } from 'node:crypto'
import type { Plan } from '@ganglion/core'
import {
  buildPlan,
  canonical,
  ConfigError,
  firstOfEachPlace,
  forbiddenKeys,
  layer,
  type Config,
  type Problem,
  type Registry,
  type Section,
} from '@ganglion/plan'
import { cellsOf } from './check-cells.ts'
import { mistakenMasses } from './check-masses.ts'
import type { Cells } from './cells.ts'
import { chunksOf, chunkSize, type Chunk } from './chunks.ts'
import { decodeSection } from './decode-section.ts'
import { locatingMistakes } from './group-mistakes.ts'
import { groupsOf, type GroupLayer } from './groups.ts'
import { leftOut } from './left-out.ts'
import { cellsWhere, mistakenRegions } from './regions.ts'
import { mistakenCriteria } from './signals.ts'

/** One plan of a sweep, told: member m of it is trial `m % trials` of cell `m / trials`. */
export interface GroupOutline {
  /** What sets it apart from the other groups, by path. */
  readonly options: Readonly<Record<string, unknown>>
  readonly cells: Cells
  readonly trials: number
  readonly members: number
  /** Steps that its members are watched for, where the section names times. */
  readonly steps?: number
  /** Arrays that the table does without, as `discriminator.frequency`; absent where it has all. */
  readonly leftOut?: readonly string[]
}

/** One plan of a sweep with its cells. */
export interface Group extends GroupOutline {
  /** For one member: that is a number of the plan, but not of the sweep. */
  readonly plan: Plan
}

/** A sweep as plain data: enough to share it out, to commit and to sum it up, and no code of plugins. */
export interface SweepOutline {
  readonly config: Config
  readonly section: Section
  readonly groups: readonly GroupOutline[]
  /** Of all groups. */
  readonly cells: number
  readonly members: number
  readonly chunkMembers: number
  readonly chunks: readonly Chunk[]
  readonly seed: number
  /** Equal for equal results: sha256 over plans, cells, trials and what the table holds. */
  readonly hash: string
}

/** Everything of a sweep decided beforehand. */
export interface SweepPlan extends SweepOutline {
  readonly groups: readonly Group[]
}

/** What may leave the thread in which plugins live. */
export function outlineOf({ groups, ...rest }: SweepPlan): SweepOutline {
  const told = ({
    options,
    cells,
    trials,
    members,
    steps,
    leftOut: left,
  }: Group): GroupOutline => ({
    options,
    cells,
    trials,
    members,
    ...(steps === undefined ? {} : { steps }),
    ...(left ? { leftOut: left } : {}),
  })
  return { ...rest, groups: groups.map(told) }
}

/** So many members and no more. */
export const mostMembers = 20_000_000

/** Plans a sweep. Throws a ConfigError with everything that is wrong, before any work. */
export async function planSweep(
  config: Config,
  registry: Registry,
  chunkMembers?: number,
): Promise<SweepPlan> {
  const refused = forbiddenKeys(config)
  if (refused.length > 0)
    throw new ConfigError(refused.map((path) => ({ path, message: 'this key is refused' })))
  const { sweep, ...written } = config
  const section = decided(decodeSection(sweep)) as Section
  const layers = decided(groupsOf(section)) as readonly GroupLayer[]
  const groups: Group[] = []
  for (const [k, one] of layers.entries())
    groups.push(await groupOf(written, section, one, k, registry))
  const members = groups.reduce((all, group) => all + group.members, 0)
  if (members > mostMembers)
    throw new ConfigError([
      { path: 'sweep', message: `expected at most ${mostMembers} members, got ${members}` },
    ])
  const { steps, seed } = groups[0]!.plan
  const size = chunkMembers ?? chunkSize(members, steps)
  return {
    config,
    section,
    groups,
    cells: groups.reduce((all, group) => all + group.cells.count, 0),
    members,
    chunkMembers: size,
    chunks: chunksOf(
      groups.map((group) => group.members),
      size,
    ),
    seed,
    hash: hashOf(section, groups),
  }
}

async function groupOf(
  written: Config,
  section: Section,
  group: GroupLayer,
  k: number,
  registry: Registry,
): Promise<Group> {
  const { overlay, options, trials = section.trials ?? 1 } = group
  const { every } = section
  const watched = every === undefined ? {} : { every }
  const config = await layer(
    [written, { members: 1, ...watched }, overlay, { members: 1 }],
    registry,
  )
  const plan = await locatingMistakes(group, () => buildPlan(config, registry))
  const all = decided(cellsOf(plan, section)) as Cells
  decided([...mistakenRegions(section, all), ...mistakenCriteria(section, plan, k)])
  const cells = decided(cellsWhere(section, all)) as Cells
  decided(mistakenMasses(plan, cells))
  const timed = section.times ? { steps: plan.steps } : {}
  const without = leftOut(plan, section, cells)
  const left = without.length > 0 ? { leftOut: without } : {}
  return { options, plan, cells, trials, members: cells.count * trials, ...timed, ...left }
}

function hashOf(
  { cells, success, shares, regions, where, times }: Section,
  groups: readonly Group[],
): string {
  const plans = groups.map(({ plan, trials, options, leftOut: left }) => ({
    plan: plan.hash,
    trials,
    options,
    ...(left ? { leftOut: left } : {}),
  }))
  // Left out where nobody says them: sweeps from before there were any keep their hash.
  const newer = { ...(where === undefined ? {} : { where }), ...(times ? { times } : {}) }
  const text = canonical({ cells, success, shares, regions, ...newer, plans })
  return createHash('sha256').update(text).digest('hex')
}

function decided<T extends object>(found: T | readonly Problem[]): T {
  if (Array.isArray(found) && found.length > 0 && isProblem(found[0]))
    throw new ConfigError(firstOfEachPlace(found as Problem[]))
  return found as T
}

const isProblem = (one: unknown): one is Problem =>
  typeof one === 'object' && one !== null && 'message' in one && 'path' in one
