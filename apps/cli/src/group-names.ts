import { toJson } from './json-lines.ts'

type Options = Readonly<Record<string, unknown>>

/**
 * What sets groups apart, in words, one a group: `alpha=0.0132 dynamics.steps=5`; nothing where there is one group. Numbers
 * have four digits, or all where four would make two groups one.
 */
export function groupNames(groups: readonly Options[]): string[] {
  const short = groups.map((options) => named(options, 4))
  return new Set(short).size < groups.length ? groups.map((options) => named(options)) : short
}

function named(options: Options, digits?: number): string {
  return Object.entries(options)
    .map(([path, value]) => `${path}=${written(value, digits)}`)
    .join(' ')
}

function written(value: unknown, digits?: number): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && digits !== undefined)
    return String(Number(value.toPrecision(digits)))
  return toJson(value)
}
