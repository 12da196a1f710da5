import { isRecord, type Config } from './config.ts'
import { mistakes, planSchema, type Cast } from './plan-schema.ts'
import type { Problem } from './problem.ts'
import { suggest } from './suggest.ts'

/** Everything that the schema finds wrong with a configuration, each with its path, what was found and a suggestion. */
export function check(config: Config, cast: Cast): Problem[] {
  const schema = planSchema(cast)
  const found = new Map<string, Problem>()
  for (const { path, message } of mistakes(schema, config)) {
    const at = pathText(path)
    // One mistake a place: a NaN is also out of every range.
    if (!found.has(at)) found.set(at, { path: at, message: explain(config, cast, path, message) })
  }
  return [...found.values()]
}

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
  if (/excess|unexpected/i.test(message)) {
    const key = String(path[path.length - 1])
    return `unknown key; ${suggest(key, knownKeys(cast, path.slice(0, -1)))}`
  }
  if (value === undefined)
    return /missing/i.test(message) ? 'missing' : `${lower(message)}, got nothing`
  return `${lower(message)}, got ${show(value)}`
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

function knownKeys(cast: Cast, path: readonly PropertyKey[]): string[] {
  const schema = planSchema(cast) as unknown as {
    fields: Record<string, { fields?: Record<string, unknown> }>
  }
  if (path.length === 0) return Object.keys(schema.fields)
  return Object.keys(schema.fields[String(path[0])]?.fields ?? {})
}
