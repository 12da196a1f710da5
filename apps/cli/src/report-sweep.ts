import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { outcomes } from '@ganglion/core'
import {
  countsTable,
  eventsTable,
  ratesTable,
  type CountRow,
  type EventRow,
  type RateRow,
  type ReportRun,
} from '@ganglion/report'
import { readOutline, taintsOf, taintText } from '@ganglion/store'
import {
  Digest,
  readChunks,
  readManifest,
  SweepError,
  Tally,
  type ChunkTable,
  type GroupSummary,
  type Manifest,
  type Rate,
  type SweepOutline,
} from '@ganglion/sweep'
import { toJson } from './json-lines.ts'
import { figuresOf, fileName } from './report-figures.ts'
import { reproduction } from './reproduction.ts'
import { sweepAgain } from './sweep-target.ts'

/** A stored sweep as a report shows it, and what claims ask of it. */
export interface SweepReport {
  readonly run: ReportRun
  readonly manifest: Manifest
  readonly summary: readonly GroupSummary[]
}

/**
 * Reads a finished sweep from its folder. Throws a MissingInputError when there is none, a SweepError when it is not
 * finished, a DamagedError when a chunk is not what it was.
 */
export async function reportSweep(folder: string): Promise<SweepReport> {
  const manifest = await readManifest(folder)
  await refuseUnfinished(folder, manifest)
  const plan = (await readOutline(folder, manifest)) ?? (await sweepAgain(manifest))
  const digest = new Digest(plan)
  const tally = new Tally(plan)
  const census = new Census(plan)
  for await (const chunk of readChunks(folder, plan.chunks.length)) {
    digest.add(chunk)
    tally.add(chunk)
    census.add(chunk)
  }
  const summary = tally.summary()
  const { command, note: commandNote, apart } = await reproduction(manifest)
  const { target, hash, seed, profile, versions } = manifest
  // Its folder may have been given another name since.
  const name = basename(folder)
  const drawn = figuresOfAll(plan, tally, name)
  const taint = taintText(await taintsOf(folder))
  const notes = [
    ...(taint === null ? [] : [`This table is ${taint}.`]),
    ...drawn.flatMap(({ note }) => note ?? []),
  ]
  return {
    manifest,
    summary,
    run: {
      name,
      title: [target, ...apart].join(', '),
      command,
      ...(commandNote === undefined ? {} : { commandNote }),
      facts: [
        ['cells', `${plan.cells}`],
        ['members', `${plan.members}`],
        ['seed', `${seed}`],
        ['profile', profile],
        ['hash of the plan', hash],
        ['table', digest.end()],
        ...Object.entries(versions).map(([what, version]): [string, string] => [what, version]),
      ],
      figures: drawn.flatMap(({ figures }) => figures),
      ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
      tables: [
        ratesTable(ratesOf(summary)),
        countsTable('Shares', 'share', sharesOf(plan, summary)),
        countsTable('Outcomes', 'outcome', census.outcomes()),
        eventsTable(census.events()),
      ],
      plan: manifest.config,
    },
  }
}

async function refuseUnfinished(folder: string, { name, chunks }: Manifest): Promise<void> {
  const files = await readdir(join(folder, 'chunks')).catch(() => [])
  const stored = files.filter((file) => /^\d+\.chunk$/.test(file)).length
  if (stored >= chunks) return
  throw new SweepError(
    `${name} is not finished: ${stored} of ${chunks} chunks are stored. Finish it with \`ganglion resume ${name}\`, then ask for its report again.`,
  )
}

function figuresOfAll(plan: SweepOutline, tally: Tally, name: string) {
  const criteria = Object.entries(plan.section.success ?? {})
  return plan.groups.map((group, g) =>
    figuresOf(
      group,
      { label: groupName(group.options), file: fileName(name, groupName(group.options)) },
      criteria.map(([criterion, { signal, below }]) => ({
        criterion,
        meaning: `${signal} below ${below}`,
        counts: tally.successes(g, criterion),
      })),
    ),
  )
}

/** What sets a group apart, in words; nothing where there is one group. */
function groupName(options: Readonly<Record<string, unknown>>): string {
  return Object.entries(options)
    .map(([path, value]) => `${path}=${typeof value === 'string' ? value : toJson(value)}`)
    .join(' ')
}

function ratesOf(summary: readonly GroupSummary[]): RateRow[] {
  return summary.flatMap(({ group, ...regions }) =>
    Object.entries(regions).flatMap(([region, rates]) =>
      typeof rates === 'number'
        ? []
        : Object.entries(rates as Readonly<Record<string, Rate>>).map(([criterion, rate]) => ({
            group: groupName(group),
            region,
            criterion,
            ...rate,
          })),
    ),
  )
}

function sharesOf({ groups }: SweepOutline, summary: readonly GroupSummary[]): CountRow[] {
  return summary.flatMap(({ group, ...regions }, g) =>
    Object.entries(regions).flatMap(([name, share]) => {
      if (typeof share !== 'number') return []
      const { members } = groups[g]!
      return [{ group: groupName(group), name, count: Math.round(share * members), members }]
    }),
  )
}

/** Counts how members ended and what they met, group by group. */
class Census {
  readonly #plan: SweepOutline
  readonly #outcomes: readonly number[][]
  readonly #first: readonly Map<string, number[]>[]

  constructor(plan: SweepOutline) {
    this.#plan = plan
    this.#outcomes = plan.groups.map(() => outcomes.map(() => 0))
    this.#first = plan.groups.map(() => new Map<string, number[]>())
  }

  add({ group, columns }: ChunkTable): void {
    for (const { name, values } of columns) {
      if (name === 'outcome') values.forEach((outcome) => this.#outcomes[group]![outcome]!++)
      if (!name.startsWith('first.')) continue
      const event = name.slice('first.'.length)
      const steps = this.#first[group]!.get(event) ?? []
      this.#first[group]!.set(event, steps)
      for (const step of values) if (!Number.isNaN(step)) steps.push(step)
    }
  }

  outcomes(): CountRow[] {
    return this.#plan.groups.flatMap(({ options, members }, g) =>
      outcomes.flatMap((name, k) => {
        const count = this.#outcomes[g]![k]!
        return count === 0 ? [] : [{ group: groupName(options), name, count, members }]
      }),
    )
  }

  events(): EventRow[] {
    return this.#plan.groups.flatMap(({ options, members }, g) =>
      [...this.#first[g]!].map(([name, met]) => {
        const steps = met.toSorted((a, b) => a - b)
        const count = steps.length
        const middle = steps[Math.floor((count - 1) / 2)]
        return {
          group: groupName(options),
          name,
          count,
          members,
          steps: count === 0 ? null : ([steps[0]!, middle!, steps.at(-1)!] as const),
        }
      }),
    )
  }
}
