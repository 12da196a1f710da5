import { NoEquilibrium } from '@ganglion/stability'
import { ConfigError, prepare, presets, registryWith, type Config } from 'ganglion'
import { analysisAnswer, type AnalysisAnswer, type AnalysisQuestion } from './analyse-answer.ts'

/** Of which setting the critical value is sought, and between which numbers where the user says so. */
export interface Wanted {
  readonly name: string
  readonly between: readonly [low: number, high: number] | null
}

/** A game, a place, and the setting by whose value its stability is to change. */
export type CriticalQuestion = AnalysisQuestion & { readonly critical: Wanted }

/** Where stability changes, as plain data. */
export interface CriticalAnswer {
  /** As it was asked for. */
  readonly option: string
  /** Its path in the configuration. */
  readonly path: string
  readonly value: number
  /** The verdict changes between these two, which differ by a millionth or less. */
  readonly bracket: readonly [low: number, high: number]
  readonly below: AnalysisAnswer
  readonly above: AnalysisAnswer
  /** The greatest difference of a coordinate between the two sides: much says that they stand at different places. */
  readonly apart: number
  /** Analyses that it took. */
  readonly analyses: number
}

/** The bracket is halved until it is so narrow, as a share of its upper end. */
const narrow = 1e-6
/** So often a bracket is widened twofold on either side before it is given up. */
const mostWidened = 24

/** What `--critical` says: `lambda`, or `lambda=0.1..2`. Throws a ConfigError. */
export function wantedOf(text: string): Wanted {
  const [name, range, ...rest] = text.split('=')
  const ends = range?.split('..').map(Number) ?? []
  const [low, high] = ends
  if (!name || rest.length > 0 || (range !== undefined && !(ends.length === 2 && low! < high!)))
    throw refused(
      `expected the name of a number, as lambda, or with the range to search, as lambda=0.1..2, got ${text}`,
    )
  return { name, between: range === undefined ? null : [low!, high!] }
}

/** Finds a value at which the verdict becomes `unstable`, or ceases to be. Rejects as `analysisAnswer` does. */
export async function criticalAnswer(
  question: CriticalQuestion & { readonly plugins: readonly string[] },
): Promise<CriticalAnswer> {
  const { critical, ...asked } = question
  const { name, between } = critical
  const known = new Map<number, AnalysisAnswer>()
  const at = async (value: number): Promise<AnalysisAnswer> => {
    const { set = [], ...others } = asked.overrides
    const overrides = { ...others, set: [...set, `${name}=${value}`] }
    const found = known.get(value) ?? (await analysisAnswer({ ...asked, overrides }))
    known.set(value, found)
    return found
  }
  const grows = async (value: number): Promise<boolean> => (await at(value)).verdict === 'unstable'
  const path = await pathOf(question)
  const [low, high] = await halved(
    between ? await checked(between, grows) : await widened(await valueOf(question, path), grows),
    grows,
  )
  const [below, above] = [await at(low), await at(high)]
  const value = middleOf(low, high)
  const bracket = [low, high] as const
  const analyses = known.size
  return { option: name, path, value, bracket, below, above, apart: apart(below, above), analyses }
}

type Grows = (value: number) => Promise<boolean>
type Bracket = readonly [low: number, high: number]

/** Geometric where both are positive: scales are found as fast as digits. */
const middleOf = (low: number, high: number): number =>
  low > 0 ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2

async function halved([from, to]: Bracket, grows: Grows): Promise<Bracket> {
  const growsBelow = await grows(from)
  let [low, high] = [from, to]
  while (high - low > narrow * Math.max(Math.abs(low), Math.abs(high))) {
    const middle = middleOf(low, high)
    if (middle <= low || middle >= high) break
    if ((await grows(middle)) === growsBelow) low = middle
    else high = middle
  }
  return [low, high]
}

async function checked([low, high]: Bracket, grows: Grows): Promise<Bracket> {
  const [first, last] = [await grows(low), await grows(high)]
  if (first !== last) return [low, high]
  throw refused(
    `at ${low} and at ${high} the game is ${first ? 'unstable' : 'not unstable'} alike: give a range at whose ends it is not`,
  )
}

/** Doubles and halves the value in turn until the verdict changes. A side on which nothing rests is left alone. */
async function widened(value: number, grows: Grows): Promise<Bracket> {
  const here = await grows(value)
  const sides = [0.5, 2].map((factor) => ({ factor, last: value, open: true, end: '' }))
  for (let k = 0; k < mostWidened; k++)
    for (const side of sides.filter(({ open }) => open)) {
      const next = side.last * side.factor
      const there = await grows(next).catch((error: unknown) => {
        if (!restless(error)) throw error
        side.open = false
        side.end = `; at ${next.toPrecision(3)}: ${(error as Error).message}`
        return here
      })
      if (there !== here) return next < side.last ? [next, side.last] : [side.last, next]
      side.last = next
    }
  const [least, most] = sides.map(({ last }) => last.toPrecision(3))
  throw refused(
    `the game is ${here ? 'unstable' : 'not unstable'} wherever it was analysed, from ${least} to ${most}: give a range at whose ends it differs, as name=low..high${sides.map(({ end }) => end).join('')}`,
  )
}

/** A side ends where nothing rests, or at the bound of the setting. */
const restless = (error: unknown): boolean =>
  error instanceof NoEquilibrium || error instanceof ConfigError

/** Short names are written out. */
async function pathOf({ target, plugins, critical }: Asked): Promise<string> {
  const named = typeof target === 'string' ? target : target['preset']
  const known = await presets(await registryWith(plugins))
  const { short = {} } = (typeof named === 'string' ? known[named] : undefined) ?? {}
  return short[critical.name]?.path ?? critical.name
}

type Asked = CriticalQuestion & { readonly plugins: readonly string[] }

/** What the game has for it: where the search begins. Throws a ConfigError for what is no positive number. */
async function valueOf({ target, overrides, plugins, critical }: Asked, path: string) {
  const { config } = await prepare(target, { ...overrides, plugins })
  let here: unknown = config
  for (const part of path.split('.')) here = (here as Config | undefined)?.[part]
  if (typeof here === 'number' && here > 0) return here
  throw refused(
    here === undefined
      ? `the game says no number for ${path}: give the range to search, as ${critical.name}=0.1..2`
      : `${path} is ${JSON.stringify(here)}: a search begins at a positive number; give the range to search, as ${critical.name}=0.1..2`,
  )
}

function apart(a: AnalysisAnswer, b: AnalysisAnswer): number {
  const pairs = Object.entries(a.state).flatMap(([name, numbers]) =>
    name.startsWith('generator.') ? numbers.map((x, k) => [x, b.state[name]?.[k] ?? NaN]) : [],
  )
  return pairs.reduce((most, [x, y]) => Math.max(most, Math.abs(x! - y!)), 0)
}

const refused = (message: string): ConfigError => new ConfigError([{ path: '--critical', message }])
