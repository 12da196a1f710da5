import type { Check } from './check.ts'

/** What computed a run against what looks at it now. Other versions are no fault: the same bits are promised. */
export function checkVersions(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Check {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const unlike = names.filter((name) => before[name] !== now[name])
  const detail = { before, now }
  const told = names.map((name) => `${name} ${now[name] ?? 'unknown'}`).join(', ')
  if (unlike.length === 0)
    return { check: 'versions', result: 'ok', text: `played by the same: ${told}`, detail }
  const changes = unlike.map(
    (name) => `${name} ${before[name] ?? 'unknown'} then, ${now[name] ?? 'unknown'} now`,
  )
  return {
    check: 'versions',
    result: 'note',
    text: `other versions: ${changes.join('; ')}`,
    detail,
  }
}
