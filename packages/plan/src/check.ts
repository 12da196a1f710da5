import { isRecord, type Config } from './config.ts'
import { checkLaw } from './check-law.ts'
import { mistakes, planSchema, type Cast } from './plan-schema.ts'
import { firstOfEachPlace, type Problem } from './problem.ts'
import { suggest } from './suggest.ts'
import { sweepSchema } from './sweep-section.ts'

/** Everything that the schema finds wrong with a configuration, each with its path, what was found and a suggestion. */
export function check(config: Config, cast: Cast): Problem[] {
  const target = config['target']
  const schema = planSchema(cast, isRecord(target) ? target['kind'] : undefined)
  const told = checkLaw(target)
  const problems = mistakes(schema, config)
    // A list may hold numbers or lists of them: that a good number is no list says nothing.
    .filter(
      ({ path, message }) =>
        path[0] === 'target' || excess.test(message) || !isNumberInList(config, path),
    )
    .filter(({ path }) => !isTold(path, told))
    .map(({ path, message }) => ({
      path: pathText(path),
      message: explain(config, cast, path, message),
    }))
  return firstOfEachPlace([...told, ...problems])
}

const excess = /excess|unexpected/i

/** What is below a place that is told of already says nothing more. */
const isTold = (path: readonly PropertyKey[], told: readonly Problem[]): boolean =>
  told.some((problem) => problem.path === 'target.kind' && path[0] === 'target') ||
  told.some((problem) => pathText(path).startsWith(problem.path))

const isNumberInList = (config: Config, path: readonly PropertyKey[]): boolean =>
  typeof path.at(-1) === 'number' && Number.isFinite(at(config, path))

/** A path as users write it: `generator.means[1]`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  )
}

function explain(
  config: Config,
  cast: Cast,
  path: readonly PropertyKey[],
  message: string,
): string {
  const value = at(config, path)
  if (excess.test(message)) {
    if (typeof path.at(-1) === 'number') return `too many values: ${show(value)} has no place here`
    const key = String(path[path.length - 1])
    // What a sweep of a file calls so stands in its section; presets have short names.
    if (path.length === 1 && Object.hasOwn(sweepSchema.fields, key))
      return `unknown key; did you mean sweep.${key}?`
    return `unknown key; ${suggest(key, knownKeys(config, cast, path.slice(0, -1)))}`
  }
  if (value === undefined)
    return /missing/i.test(message) ? missing(pathText(path)) : `${lower(message)}, got nothing`
  if (/^expected array/i.test(message)) {
    const names = ['metrics', 'detectors', 'plugins'].includes(String(path[0]))
    const one = typeof value === (names ? 'string' : 'number')
    const parts = typeof value === 'string' ? value.split(/\s*,\s*/) : [value]
    return `expected a list, got ${show(value)}${one ? `: write [${parts.map(show).join(',')}]` : ''}`
  }
  const words = lower(message).replace(
    /^expected number \| array/,
    'expected a number or a list of numbers',
  )
  return `${words}, got ${show(value)}${meant(message, value)}${unparsed(words, value)}`
}

/** What is not there, and what to write where that is short. */
export function missing(path: string): string {
  return path === 'sweep.cells'
    ? 'missing: values that cells combine, e.g. { "generator": { "means": { "from": -1, "to": 1, "count": 21 } } }; write {} for one cell a group'
    : 'missing'
}

/** What was written for a list without being one in JSON. */
function unparsed(words: string, value: unknown): string {
  if (typeof value !== 'string' || !words.includes('list') || !/[[,]/.test(value)) return ''
  return '; a list is written as JSON, of finite numbers: [-1,1.2]'
}

/** The word of a list of words that a misspelt one may have meant. */
function meant(message: string, value: unknown): string {
  if (typeof value !== 'string' || !/^expected "/i.test(message)) return ''
  const near = suggest(
    value,
    [...message.matchAll(/"([^"]*)"/g)].map(([, word]) => word!),
  )
  return near.startsWith('did') ? `; ${near}` : ''
}

const lower = (message: string): string => message.slice(0, 1).toLowerCase() + message.slice(1)

function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      isRecord(inner) || Array.isArray(inner)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}

function knownKeys(config: Config, cast: Cast, path: readonly PropertyKey[]): string[] {
  const schema = planSchema(cast, at(config, ['target', 'kind'])) as unknown as {
    fields: Record<string, { fields?: Record<string, unknown> }>
  }
  if (path.length === 0) return Object.keys(schema.fields)
  return Object.keys(schema.fields[String(path[0])]?.fields ?? {})
}
