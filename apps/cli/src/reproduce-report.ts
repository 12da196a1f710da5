import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { claimVerdict, type Paper, type Scale } from '@ganglion/core'
import { judgedClaim, writeReport } from '@ganglion/report'
import { runsFolder, writeDurably } from '@ganglion/sweep'
import { toJson } from './json-lines.ts'
import { reportSingle, type PlayedSingle } from './report-single.ts'
import { reportSweep } from './report-sweep.ts'
import type { Judged } from './reproduce-judging.ts'

/** What a page of a paper is made of. */
export interface Reproduced {
  readonly paper: Paper
  readonly scale: Scale
  readonly judged: readonly Judged[]
  /** Single runs. */
  readonly played: ReadonlyMap<string, PlayedSingle>
  /** Names of stored sweeps. */
  readonly runs: readonly string[]
}

/** Writes the findings (claims.json) and the page (report.html); resolves to the path of the page. */
export async function reportPaper(reproduced: Reproduced): Promise<string> {
  const { paper, scale, judged, played, runs } = reproduced
  const folder = join(runsFolder, `${paper.name}-reproduce-${scale}`)
  await mkdir(folder, { recursive: true })
  const findings = judged.map(({ claim: { kind, name, sentence, where }, finding, runs: of }) => ({
    kind,
    name,
    sentence,
    where,
    verdict: claimVerdict(finding),
    ...finding,
    runs: of,
  }))
  await writeDurably(join(folder, 'claims.json'), `${toJson({ format: 1, scale, findings })}\n`)
  const shown = [...played.values()].map(reportSingle)
  for (const run of runs) shown.push((await reportSweep(join(runsFolder, run))).run)
  const page = await writeReport({
    title: `${paper.name}, reproduced at scale ${scale}`,
    lead: `${paper.reference}. Made again by: ganglion reproduce ${paper.name} --scale ${scale}`,
    runs: shown,
    claims: judged.map(({ claim, finding }) => judgedClaim(claim, finding, paper.name)),
  })
  const path = join(folder, 'report.html')
  await writeDurably(path, page)
  return path
}
