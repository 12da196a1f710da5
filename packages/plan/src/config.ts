/** A configuration as plain data. */
export type Config = { readonly [key: string]: unknown }

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a value is a plain record. */
export function isRecord(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keys that would reach into prototypes, by path. */
export function forbiddenKeys(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((v, k) => forbiddenKeys(v, `${path}[${k}]`))
  if (!isRecord(value)) return []
  return Object.keys(value).flatMap((key) => {
    const at = path ? `${path}.${key}` : key
    return forbidden.has(key) ? [at] : forbiddenKeys(value[key], at)
  })
}

const sections = new Set(['generator', 'discriminator', 'dynamics', 'objective', 'optimizer'])

/** Sections named by a word are that plugin: `"sgd"` is `{ plugin: "sgd" }`. `$schema` is for editors and goes. */
export function expand(config: Config): Config {
  const entries = Object.entries(config).filter(
    ([key, value]) => key !== '$schema' || typeof value !== 'string',
  )
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      sections.has(key) && typeof value === 'string' ? { plugin: value } : value,
    ]),
  )
}

/**
 * `over` laid on `under`: records key by key, everything else replaced. Keys are carried over as they are, `__proto__`
 * included, so that it can be seen and refused.
 */
export function merge(under: Config, over: Config): Config {
  const merged = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key)
    merged.set(key, isRecord(below) && isRecord(value) ? merge(below, value) : value)
  }
  return Object.fromEntries(merged)
}

/** An override `path=value` as a configuration of its own; values are JSON, or else words. Throws a RangeError. */
export function parseOverride(text: string): Config {
  const equals = text.indexOf('=')
  if (equals < 1)
    throw new RangeError(`--set ${text}: expected path=value, e.g. --set generator.means=[-1,1.2]`)
  const path = text.slice(0, equals).split('.')
  const bad = path.find((key) => forbidden.has(key) || key === '')
  if (bad !== undefined)
    throw new RangeError(`--set ${text}: the key ${JSON.stringify(bad)} is refused`)
  const value = valueOf(text.slice(equals + 1))
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Config
}

function valueOf(text: string): unknown {
  if (/^[-+]?(nan|inf(inity)?)$/i.test(text))
    return Number(text.replace(/inf(inity)?/i, 'Infinity').replace(/nan/i, 'NaN'))
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
