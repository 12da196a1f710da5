import { availableParallelism } from 'node:os'
import { countVerdicts, type Paper } from '@ganglion/core'
import { ConfigError, suggest } from '@ganglion/plan'
import { makeRoot, runsFolder } from '@ganglion/sweep'
import { registryWith } from 'ganglion/prepare'
import { exitCode } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { Output } from './output.ts'
import type { ReproduceFlags } from './reproduce-flags.ts'
import { Judging, type Judged } from './reproduce-judging.ts'
import {
  claimLine,
  reproduceFinishedLine,
  reproduceStartedLine,
  reproduceStoppedLine,
} from './reproduce-lines.ts'
import { keyOf } from './reproduce-sweep.ts'
import { claimText, verdictText } from './reproduce-text.ts'

/** Judges every claim of a built-in paper; resolves to the exit code. Throws a ConfigError for another name. */
export async function reproduce(name: string, flags: ReproduceFlags): Promise<number> {
  return reproducePaper(await paperNamed(name), flags)
}

/** Judges every claim of a paper; resolves to the exit code: 5 when one is refuted, other than the paper's plugin knows. */
export async function reproducePaper(paper: Paper, flags: ReproduceFlags): Promise<number> {
  const started = performance.now()
  const { scale, json = false, ascii = false, jobs = availableParallelism() } = flags
  const told = { paper: paper.name, scale }
  await makeRoot(runsFolder)
  const output = new Output()
  const judging = new Judging(paper, scale, jobs, ascii)
  const interrupted = onInterrupt(() => judging.stop())
  const { claims } = paper
  const sweeps = new Set(
    claims.flatMap((claim) =>
      claim.kind === 'sweep' || claim.kind === 'summary'
        ? Object.values(claim.sweeps).map((use) => keyOf(use, scale))
        : [],
    ),
  )
  if (json) await output.line(reproduceStartedLine(told, claims.length, sweeps.size))
  const judged: Judged[] = []
  for (const [k, claim] of claims.entries()) {
    process.stderr.write(`ganglion: claim ${k + 1} of ${claims.length}: ${claim.name}\n`)
    const one = await judging.judge(claim)
    if (!one) return stopped()
    judged.push(one)
    const { finding, runs } = one
    await output.line(
      json ? claimLine(told, claim, finding, runs) : claimText(claim, finding, ascii),
    )
  }
  const { reportPaper } = await import('./reproduce-report.ts')
  const { played, runs } = judging
  const report = await reportPaper({ paper, scale, judged, played, runs })
  const findings = judged.map(({ finding }) => finding)
  const seconds = (performance.now() - started) / 1000
  await output.line(
    json
      ? reproduceFinishedLine(told, findings, report, seconds)
      : `${verdictText(findings)}; report: ${report}`,
  )
  await output.flush()
  // Where the source errs in the way that is known, nothing came out unlike what was expected.
  const { refuted } = countVerdicts(findings)
  return interrupted() ?? (refuted === 0 ? exitCode.ok : exitCode.unlike)

  async function stopped(): Promise<number> {
    if (json) await output.line(reproduceStoppedLine(told, judged.length, claims.length))
    process.stderr.write(
      `ganglion: stopped with ${judged.length} of ${claims.length} claims judged; go on with: ganglion reproduce ${paper.name} --scale ${scale}\n`,
    )
    await output.flush()
    return interrupted() ?? exitCode.failed
  }
}

/** Papers of strangers are not judged: their claims are functions, and would play in this thread. */
async function paperNamed(name: string): Promise<Paper> {
  const { papers = {} } = await registryWith()
  const load = Object.hasOwn(papers, name) ? papers[name] : undefined
  if (load) return (await load()) as Paper
  throw new ConfigError([
    { path: 'paper', message: `no paper ${name}; ${suggest(name, Object.keys(papers))}` },
  ])
}
