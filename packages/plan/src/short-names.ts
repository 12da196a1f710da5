import type { ShortName } from '@ganglion/core'
import { merge, type Config } from './config.ts'
import { planSchema } from './plan-schema.ts'
import type { Problem } from './problem.ts'
import { suggest } from './suggest.ts'

/** A configuration with its short names written out: `grid` becomes `sweep.cells.generator.means.count`. */
export function lengthen(config: Config, short: Readonly<Record<string, ShortName>>): Config {
  let long: Config = {}
  for (const [key, value] of Object.entries(config)) {
    const named = Object.hasOwn(short, key) ? short[key]! : null
    long = merge(long, named ? at(named.path, value) : { [key]: value })
  }
  return long
}

/** Mistakes in which a misspelt section may also have meant a short name, or a setting that is `absent` for a reason. */
export function withShortNames(
  problems: readonly Problem[],
  short: Readonly<Record<string, ShortName>>,
  absent: Readonly<Record<string, string>> = {},
): Problem[] {
  const known = [...Object.keys(short), ...sections]
  return problems.map((problem) => {
    const { path, message } = problem
    if (!message.startsWith('unknown key')) return problem
    const key = path.split('.').at(-1)!
    if (Object.hasOwn(absent, key)) return { ...problem, message: `unknown here: ${absent[key]!}` }
    if (path.includes('.') || message.includes('did you mean sweep.')) return problem
    return { ...problem, message: `unknown key; ${suggest(path, known)}` }
  })
}

const schema = planSchema({ generator: null, discriminator: null, dynamics: null }) as unknown as {
  readonly fields: object
}
const sections = ['$schema', ...Object.keys(schema.fields)]

function at(path: string, value: unknown): Config {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Config
}
