import type { Figure, RatePoint, TimePoint } from '@ganglion/report'
import {
  axesOf,
  ratesIn,
  regionsIn,
  timesIn,
  wilson,
  type GroupSummary,
  type Rate,
  type SweepOutline,
} from '@ganglion/sweep'
import { fileName } from './report-figures.ts'
import { statisticAt } from './report-statistics.ts'

/** A number that tells groups apart: success and times are drawn over it. */
interface NumberOfGroups {
  readonly name: string
  readonly log: boolean
}

/** More lines than this are told apart by nobody: the groups are then drawn apart. */
const mostLines = 6

/** Success and times over each number in which groups differ: a line a region, criterion and kind of group. */
export function axisFigures(
  plan: SweepOutline,
  summary: readonly GroupSummary[],
  run: string,
): Figure[] {
  return numbersOf(plan).flatMap((number) => {
    const kinds = kindsOf(summary, number.name)
    const parts = kinds.length * linesOf(summary) > mostLines ? kinds.map((one) => [one]) : [kinds]
    return parts.flatMap((part) => {
      const label = part.length === 1 ? part[0]!.label : ''
      const file = fileName(run, number.name, label)
      const lead = label === '' || kinds.length === 1 ? '' : `${label}: `
      return [
        ...ratesOver(number, part, { file, lead }),
        ...timesOver(plan, number, part, { file, lead }),
        ...sharesOver(plan, number, part, { file, lead }),
        ...statisticsOver(plan, number, part, { file, lead }),
      ]
    })
  })
}

const linesOf = ([first]: readonly GroupSummary[]): number =>
  regionsIn(first!).filter(([, region]) => region !== null).length

/** Numbers of which all groups have one, and which differ: axes by name, options by path. */
function numbersOf({ section, groups }: SweepOutline): NumberOfGroups[] {
  const spacings = new Map(axesOf(section).map(({ name, spacing }) => [name, spacing]))
  return Object.keys(groups[0]!.options).flatMap((name) => {
    const values = groups.map(({ options }) => options[name])
    if (!values.every((value) => typeof value === 'number') || new Set(values).size < 2) return []
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const spacing = spacings.get(name)
    const wide = spacing !== 'linear' && low > 0 && high / low >= 20
    return [{ name, log: spacing === 'geometric' || wide }]
  })
}

/** Groups that differ in one number only, in its order. */
interface Kind {
  readonly label: string
  readonly entries: readonly { readonly x: number; readonly entry: GroupSummary }[]
}

function kindsOf(summary: readonly GroupSummary[], name: string): Kind[] {
  const kinds = new Map<string, { x: number; entry: GroupSummary }[]>()
  for (const entry of summary) {
    const { [name]: x, ...rest } = entry.group
    const label = labelOf(rest)
    kinds.set(label, [...(kinds.get(label) ?? []), { x: x as number, entry }])
  }
  return [...kinds].map(([label, entries]) => ({
    label,
    entries: entries.toSorted((a, b) => a.x - b.x),
  }))
}

function labelOf(options: Readonly<Record<string, unknown>>): string {
  return Object.entries(options)
    .map(([path, value]) => `${path}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ')
}

interface Named {
  readonly file: string
  readonly lead: string
}

const words = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ')

function ratesOver(
  { name }: NumberOfGroups,
  kinds: readonly Kind[],
  { file, lead }: Named,
): Figure[] {
  const values = kinds[0]!.entries.map(({ x }) => x)
  const lines = kinds.flatMap(({ label, entries }) => {
    const named = regionsIn(entries[0]!.entry).flatMap(([region, found]) =>
      ratesIn(found).map(([criterion]) => [region, criterion] as const),
    )
    return named.flatMap(([region, criterion]) => {
      const rates = entries.map(({ entry }) => rateOf(entry, region, criterion))
      // A line has a point at every value, or there is none.
      if (rates.length !== values.length || rates.includes(null)) return []
      const points = rates.map((rate): RatePoint => {
        const { successes: count, members: trials, wilson } = rate!
        return { count, trials, low: wilson[0], high: wilson[1] }
      })
      return [{ label: words(kinds.length > 1 ? label : '', region, criterion), points }]
    })
  })
  if (lines.length === 0) return []
  return [
    {
      kind: 'rates',
      name: fileName(file, 'success'),
      title: `${lead}share of members that succeed over ${name}, with 95 % intervals`,
      x: { label: name, values },
      lines,
    },
  ]
}

function rateOf(entry: GroupSummary, region: string, criterion: string): Rate | null {
  const found = regionsIn(entry).find(([name]) => name === region)?.[1] ?? null
  return ratesIn(found).find(([name]) => name === criterion)?.[1] ?? null
}

function timesOver(
  { section, groups }: SweepOutline,
  number: NumberOfGroups,
  kinds: readonly Kind[],
  { file, lead }: Named,
): Figure[] {
  const last = Math.max(...groups.map(({ steps }) => steps ?? 0))
  return Object.entries(section.times ?? {}).flatMap(([time, { signal, below }]): Figure[] => {
    const lines = kinds.flatMap(({ label, entries }) =>
      regionsIn(entries[0]!.entry).map(([region]) => ({
        label: words(kinds.length > 1 ? label : '', region),
        points: entries.flatMap(({ x, entry }) => timeAt(x, entry, region, time)),
      })),
    )
    const drawn = lines.filter(({ points }) => points.length > 0)
    if (drawn.length === 0) return []
    const log = number.log && drawn.every(({ points }) => points.every(positive))
    return [
      {
        kind: 'times',
        name: fileName(file, 'time', time),
        title: `${lead}steps until ${signal} is below ${below} (${time}), medians with 95 % intervals`,
        label: number.name,
        scale: log ? 'log' : 'linear',
        last,
        lines: drawn,
      },
    ]
  })
}

/** Shares of all members. */
function sharesOver(
  { section, groups }: SweepOutline,
  { name }: NumberOfGroups,
  kinds: readonly Kind[],
  { file, lead }: Named,
): Figure[] {
  const shares = [
    ...Object.keys(section.shares ?? {}),
    ...Object.entries(section.statistics ?? {}).flatMap(([one, { as }]) =>
      as === 'share' ? [one] : [],
    ),
  ]
  const values = kinds[0]!.entries.map(({ x }) => x)
  const trials = groups[0]!.members
  // An interval needs the number of members, which a summary does not tell: it is that of all groups, or none is drawn.
  if (shares.length === 0 || groups.some(({ members }) => members !== trials)) return []
  const lines = kinds.flatMap(({ label, entries }) =>
    shares.map((share) => ({
      label: words(kinds.length > 1 ? label : '', share),
      points: entries.map(({ entry }): RatePoint => {
        const count = Math.round((entry[share] as number) * trials)
        const [low, high] = wilson(count, trials)
        return { count, trials, low, high }
      }),
    })),
  )
  const title = `${lead}shares of members over ${name}, with 95 % intervals`
  return [
    {
      kind: 'rates',
      name: fileName(file, 'shares'),
      title,
      measured: 'share in %',
      x: { label: name, values },
      lines,
    },
  ]
}

/** Medians and means of the last frame, a figure each. */
function statisticsOver(
  { section }: SweepOutline,
  number: NumberOfGroups,
  kinds: readonly Kind[],
  { file, lead }: Named,
): Figure[] {
  return Object.entries(section.statistics ?? {}).flatMap(([name, { as, signal }]): Figure[] => {
    if (as === 'share') return []
    const lines = kinds
      .map(({ label, entries }) => ({
        label: words(kinds.length > 1 ? label : '', name),
        points: entries.flatMap(({ x, entry }) => statisticAt(x, entry, name)),
      }))
      .filter(({ points }) => points.length > 0)
    if (lines.length === 0) return []
    return [
      {
        kind: 'numbers',
        name: fileName(file, name),
        title: `${lead}${as} of ${signal} at the end over ${number.name}, with 95 % intervals`,
        label: number.name,
        measured: `${as} of ${signal}`,
        scale:
          number.log && lines.every(({ points }) => points.every(({ x }) => x > 0))
            ? 'log'
            : 'linear',
        lines,
      },
    ]
  })
}

function timeAt(x: number, entry: GroupSummary, region: string, time: string): TimePoint[] {
  const found = regionsIn(entry).find(([name]) => name === region)?.[1] ?? null
  return timesIn(found)
    .filter(([name]) => name === time)
    .map(([, times]) => ({ x, ...times }))
}

const positive = ({ x, median }: TimePoint): boolean => x > 0 && (median ?? 1) > 0
