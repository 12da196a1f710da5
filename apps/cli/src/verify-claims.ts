import type { GanglionEvent, Result } from '@ganglion/core'
import { presetNames } from '@ganglion/plan'
import type { JudgedClaim } from '@ganglion/report'
import type { Check, RunManifest } from '@ganglion/store'
import type { Finished, Manifest } from '@ganglion/sweep'
import { prepare, registryWith } from 'ganglion/prepare'
import { claimsOf } from './report-claims.ts'
import { sweepOf } from './sweep-target.ts'

/**
 * The claims of papers that a sweep serves. One that is refuted by a sweep of fewer members than the scale `smoke` of its
 * preset is only noted, and so is one that needs further sweeps.
 */
export async function checkClaims(manifest: Manifest, { summary }: Finished): Promise<Check[]> {
  // Nobody's own plugins are loaded here: this is the thread of the command.
  const registry = await registryWith()
  const claims = await claimsOf({ sweeps: [{ manifest, summary }], singles: [] }, registry)
  if (claims.length === 0) return []
  const enough = manifest.members >= (await smokeMembers(manifest.target))
  return claims.map((claim) => checkOf(claim, enough))
}

/** The claims of papers that a game of one of their presets, as it is, serves. */
export async function checkRunClaims(
  { target, hash, firstMember }: RunManifest,
  events: readonly GanglionEvent[],
  result: Result,
): Promise<Check[]> {
  const registry = await registryWith()
  const preset = (await presetNames(registry)).includes(target)
  if (!preset || firstMember !== 0 || (await prepare(target)).hash !== hash) return []
  const claims = await claimsOf({ sweeps: [], singles: [{ target, events, result }] }, registry)
  return claims.map((claim) => checkOf(claim, true))
}

function checkOf(claim: JudgedClaim, enough: boolean): Check {
  const { name, where, holds, verdict, expected, found, instead } = claim
  const head = `claim "${name}" (${where})`
  const detail = { claim: name, holds, verdict, expected, found, instead }
  if (holds === null) return { check: 'claim', result: 'note', text: `${head}: ${found}`, detail }
  if (verdict === 'refuted as printed') {
    const text = `${head} is refuted as printed, as is known; instead ${instead!.says}: ${instead!.found}`
    return { check: 'claim', result: 'ok', text, detail }
  }
  if (holds) return { check: 'claim', result: 'ok', text: `${head}: ${found}`, detail }
  const few = enough ? '' : ': too few members to judge it'
  return {
    check: 'claim',
    result: enough ? 'unlike' : 'note',
    text: `${head} does not hold${few}: expected ${expected}; found ${found}`,
    detail,
  }
}

/** Members of a target at the scale `smoke`; 0 where it is no preset, or declares none. */
async function smokeMembers(target: string): Promise<number> {
  try {
    return (await sweepOf(target, { scale: 'smoke' })).outline.members
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConfigError') throw error
    return 0
  }
}
