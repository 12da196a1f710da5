import { visible } from '@ganglion/core'
import type { Check } from '@ganglion/store'
import { exitCode } from './exit-code.ts'
import { toJson } from './json-lines.ts'

const marks: Readonly<Record<Check['result'], string>> = {
  ok: '✓',
  unlike: '✗',
  open: '·',
  note: '·',
}

/** A check in a line. */
export function checkText({ result, text }: Check): string {
  return `${marks[result]} ${visible(text.replaceAll('\n', '; '))}`
}

/** A check as a JSON line. */
export function checkLine({ detail, ...check }: Check, run: string): string {
  return toJson({ v: 1, type: 'check', run, ...check, ...(detail ? { detail } : {}) })
}

/** With what to exit: what is unlike counts more than what is not finished. */
export function codeOf(checks: readonly Check[]): number {
  const some = (result: Check['result']): boolean => checks.some((one) => one.result === result)
  if (some('unlike')) return exitCode.unlike
  return some('open') ? exitCode.failed : exitCode.ok
}

const verdicts: Readonly<Record<number, readonly [outcome: string, text: string]>> = {
  [exitCode.ok]: ['ok', 'all is well'],
  [exitCode.unlike]: ['unlike', 'not as it should be'],
  [exitCode.failed]: ['unfinished', 'not finished; go on with: ganglion resume'],
}

const verdictOf = (code: number) => verdicts[code] ?? ['stopped', 'stopped']

/** The last line. */
export function verdictText(code: number, run: string): string {
  const [, text] = verdictOf(code)
  return `${run}: ${text}${code === exitCode.failed ? ` ${run}` : ''}`
}

/** The last line, for programs: how many checks had which result. */
export function verdictLine(checks: readonly Check[], code: number, run: string): string {
  const counts: Record<string, number> = { ok: 0, unlike: 0, open: 0, note: 0 }
  for (const { result } of checks) counts[result]!++
  const [outcome] = verdictOf(code)
  return toJson({ v: 1, type: 'verify.finished', run, outcome, checks: counts })
}
