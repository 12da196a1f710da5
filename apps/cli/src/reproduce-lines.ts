import { versions } from 'node:process'
import { claimVerdict, countVerdicts, type Claim, type Finding, type Scale } from '@ganglion/core'
import { toJson } from './json-lines.ts'
import { version } from './version.ts'

/** Which reproduction is told of. */
export interface Told {
  readonly paper: string
  readonly scale: Scale
}

const head = (type: string, { paper, scale }: Told) => ({ v: 1, type, paper, scale })

/** The first line: what is about to be judged. */
export function reproduceStartedLine(told: Told, claims: number, sweeps: number): string {
  return toJson({
    ...head('reproduce.started', told),
    versions: { ganglion: version(), node: versions.node },
    claims,
    sweeps,
  })
}

/** A claim that was judged. */
export function claimLine(
  told: Told,
  claim: Claim,
  finding: Finding,
  runs: readonly string[],
): string {
  const { kind, name, sentence, where, reading } = claim
  const { holds, measured, counterexample, instead } = finding
  return toJson({
    ...head('claim', told),
    kind,
    name,
    holds,
    verdict: claimVerdict(finding),
    sentence,
    where,
    reading,
    measured,
    counterexample,
    instead,
    ...(claim.kind === 'run' ? { preset: `${told.paper}/${claim.preset}`, set: claim.set } : {}),
    ...(runs.length > 0 ? { runs } : {}),
  })
}

/** The last line. */
export function reproduceFinishedLine(
  told: Told,
  findings: readonly Finding[],
  report: string,
  seconds: number,
): string {
  const { holds, refuted, 'refuted as printed': erring } = countVerdicts(findings)
  return toJson({
    ...head('reproduce.finished', told),
    claims: findings.length,
    held: holds,
    refutedAsPrinted: erring,
    refuted,
    report,
    wallTimeMs: Math.round(seconds * 1000),
  })
}

/** The last line of one that was stopped. */
export function reproduceStoppedLine(told: Told, judged: number, claims: number): string {
  const { paper, scale } = told
  const resume = `ganglion reproduce ${paper} --scale ${scale}`
  return toJson({ ...head('reproduce.stopped', told), judged, claims, resume })
}
