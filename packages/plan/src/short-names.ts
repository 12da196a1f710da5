import type { ShortName } from '@ganglion/core'
import { merge, type Config } from './config.ts'
import { planSchema } from './plan-schema.ts'
import { ConfigError } from './problem.ts'
import { suggest } from './suggest.ts'

/**
 * A configuration with its short names written out: `grid` becomes `sweep.cells.generator.means.count`. Where there are
 * short names, a key that is neither one nor a section throws a ConfigError.
 */
export function lengthen(config: Config, short: Readonly<Record<string, ShortName>>): Config {
  if (Object.keys(short).length === 0) return config
  let long: Config = {}
  for (const [key, value] of Object.entries(config)) {
    const named = Object.hasOwn(short, key) ? short[key]! : null
    if (!named && !sections.includes(key))
      throw new ConfigError([
        {
          path: key,
          message: `unknown key; ${suggest(key, [...Object.keys(short), ...sections])}`,
        },
      ])
    long = merge(long, named ? at(named.path, value) : { [key]: value })
  }
  return long
}

const schema = planSchema({ generator: null, discriminator: null, dynamics: null }) as unknown as {
  readonly fields: object
}
const sections = ['$schema', ...Object.keys(schema.fields)]

function at(path: string, value: unknown): Config {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Config
}
