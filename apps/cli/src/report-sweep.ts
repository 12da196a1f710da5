import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { outcomes } from '@ganglion/core'
import {
  countsTable,
  eventsTable,
  ratesTable,
  statisticsTable,
  timesTable,
  type CountRow,
  type EventRow,
  type ReportRun,
} from '@ganglion/report'
import { readOutline, taintsOf, taintText } from '@ganglion/store'
import {
  Digest,
  readChunks,
  readManifest,
  SweepError,
  Tally,
  toldVersions,
  type ChunkTable,
  type GroupSummary,
  type Manifest,
  type SweepOutline,
} from '@ganglion/sweep'
import { groupNames } from './group-names.ts'
import { axisFigures } from './report-axis-figures.ts'
import { figuresOf, fileName } from './report-figures.ts'
import { statisticRows } from './report-statistics.ts'
import { rateRows, shareRows, timeRows } from './report-sweep-rows.ts'
import { reproduction } from './reproduction.ts'
import { discriminatorText } from './stated.ts'
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
  const { target, hash, seed, profile } = manifest
  // Its folder may have been given another name since.
  const name = basename(folder)
  const names = groupNames(plan.groups.map(({ options }) => options))
  const drawn = figuresOfAll(plan, tally, name, names)
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
        ['discriminator', discriminatorText(plan.config)],
        ['profile', profile],
        ['hash of the plan', hash],
        ['table', digest.end()],
        ...Object.entries(toldVersions(manifest)).map(([what, version]): [string, string] => [
          what,
          version,
        ]),
      ],
      figures: [...axisFigures(plan, summary, name), ...drawn.flatMap(({ figures }) => figures)],
      ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
      tables: [
        ratesTable(rateRows(summary, names)),
        timesTable(timeRows(plan, summary, names)),
        statisticsTable(statisticRows(summary, names)),
        countsTable('Shares', 'share', shareRows(plan, summary, names)),
        countsTable('Outcomes', 'outcome', census.outcomes(names)),
        eventsTable(census.events(names)),
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

function figuresOfAll(plan: SweepOutline, tally: Tally, name: string, names: readonly string[]) {
  const criteria = Object.entries(plan.section.success ?? {})
  const { times, shares, statistics } = plan.section
  // A sweep that asks for other things only has its figures over the groups.
  if (criteria.length === 0 && (times ?? shares ?? statistics)) return []
  if (criteria.length === 0) return [figuresOf(plan.groups[0]!, { label: '', file: '' }, [])]
  return plan.groups.map((group, g) =>
    figuresOf(
      group,
      { label: names[g]!, file: fileName(name, names[g]!) },
      criteria.map(([criterion, { signal, below }]) => ({
        criterion,
        meaning: `${signal} below ${below}`,
        counts: tally.successes(g, criterion),
      })),
    ),
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

  outcomes(names: readonly string[]): CountRow[] {
    return this.#plan.groups.flatMap(({ members }, g) =>
      outcomes.flatMap((name, k) => {
        const count = this.#outcomes[g]![k]!
        return count === 0 ? [] : [{ group: names[g]!, name, count, members }]
      }),
    )
  }

  events(names: readonly string[]): EventRow[] {
    return this.#plan.groups.flatMap(({ members }, g) =>
      [...this.#first[g]!].map(([name, met]) => {
        const steps = met.toSorted((a, b) => a - b)
        const count = steps.length
        const middle = steps[Math.floor((count - 1) / 2)]
        return {
          group: names[g]!,
          name,
          count,
          members,
          steps: count === 0 ? null : ([steps[0]!, middle!, steps.at(-1)!] as const),
        }
      }),
    )
  }
}
