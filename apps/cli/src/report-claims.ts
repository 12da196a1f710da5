import {
  judgeRun,
  judgeSweep,
  observe,
  rateIn,
  type Claim,
  type EventName,
  type Paper,
  type SeenRun,
} from '@ganglion/core'
import { canonical, type Config, type Registry } from '@ganglion/plan'
import { judgedClaim, type JudgedClaim } from '@ganglion/report'
import { configOf } from './config-of.ts'
import type { PlayedSingle } from './report-single.ts'
import type { SweepReport } from './report-sweep.ts'

/** What claims ask of a sweep. */
export type SummedSweep = Pick<SweepReport, 'manifest' | 'summary'>

/** What claims ask of a single run. */
export type SeenSingle = Pick<PlayedSingle, 'target' | 'set' | 'events' | 'result'>

/** What claims are judged by: sweeps and single runs. */
export interface Evidence {
  readonly sweeps: readonly SummedSweep[]
  readonly singles: readonly SeenSingle[]
}

/**
 * Claims of all papers that speak of what was run. One that needs further sweeps is there too, not judged, with their names.
 * A sweep serves a claim at any grid, trials and seed.
 */
export async function claimsOf(evidence: Evidence, registry: Registry): Promise<JudgedClaim[]> {
  const found: JudgedClaim[] = []
  for (const load of Object.values(registry['papers'] ?? {})) {
    const paper = (await load()) as Paper
    for (const claim of paper.claims) {
      const judged = await judge(claim, paper.name, evidence, registry)
      if (judged) found.push(judged)
    }
  }
  return found
}

async function judge(
  claim: Claim,
  paper: string,
  { sweeps, singles }: Evidence,
  registry: Registry,
): Promise<JudgedClaim | null> {
  if (claim.kind === 'run') {
    const played = singles.find(
      ({ target, set = [] }) =>
        target === `${paper}/${claim.preset}` && canonical(set) === canonical(claim.set ?? []),
    )
    return played ? judgedClaim(claim, judgeRun(claim, seenIn(played)), paper) : null
  }
  if (claim.kind !== 'sweep' && claim.kind !== 'summary') return null
  const served = new Map<string, SummedSweep>()
  const missing: string[] = []
  for (const [name, { preset, set = [] }] of Object.entries(claim.sweeps)) {
    const wanted = essence(await configOf(`${paper}/${preset}`, set, registry))
    const sweep = sweeps.find(({ manifest }) => essence(manifest.config) === wanted)
    if (sweep) served.set(name, sweep)
    else missing.push([`${paper}/${preset}`, ...set.map((one) => `--set ${one}`)].join(' '))
  }
  if (served.size === 0) return null
  if (missing.length > 0)
    return judgedClaim(claim, null, paper, `it also needs sweeps of ${missing.join(', ')}`)
  const summaries = Object.fromEntries([...served].map(([name, { summary }]) => [name, summary]))
  const finding =
    claim.kind === 'sweep'
      ? judgeSweep(claim, (of) => rateIn(summaries[of.sweep] ?? [], of))
      : claim.judge(summaries)
  return judgedClaim(claim, finding, paper)
}

/** What a single run showed, as claims ask of it. */
export function seenIn({ events, result }: SeenSingle): SeenRun {
  const begun = events.flatMap((event) => (event.type === 'event' ? [event] : []))
  const since: Partial<Record<EventName, number>> = {}
  for (const event of begun) since[event.event] ??= event.since
  return {
    outcome: result.outcome,
    events: [...new Set<EventName>(begun.map(({ event }) => event))],
    since,
    final: observe(result.final, 0),
  }
}

/** What a claim fixes of a sweep: everything but how fine, how often and from which seed. */
function essence(config: Config): string {
  const { cells, ...section } = config['sweep'] as Config
  const shape = JSON.stringify(cells, (key, value: unknown) => (key === 'count' ? 'any' : value))
  return canonical([shape, without(section, 'trials', 'scales'), without(config, 'sweep', 'seed')])
}

function without(config: Config, ...keys: readonly string[]): Config {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !keys.includes(key)))
}
