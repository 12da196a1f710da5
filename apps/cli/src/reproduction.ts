import { canonical, leaves, presetNames, presets, type Config, type Registry } from '@ganglion/plan'
import type { Manifest } from '@ganglion/sweep'
import { registryWith } from 'ganglion/prepare'
import { configOf } from './config-of.ts'

/** The command that makes a run again, and what must be known of it. */
export interface Reproduction {
  readonly command: string
  readonly note?: string
  /** What sets it apart from its preset, as `path=value`, but how fine, how often and from which seed. */
  readonly apart: readonly string[]
}

/** The command of a sweep: its preset with what differs from it; of a file, or where flags cannot say it, the plan as a file. */
export async function reproduction({ target, config, plugins }: Manifest): Promise<Reproduction> {
  // Nobody's own plugins are loaded here: this is the thread of the command.
  const registry = await registryWith()
  const more = plugins.map((path) => ` --plugin ${quoted(path)}`).join('')
  const known = (await presetNames(registry)).includes(target)
  const found = known ? await differences(target, config, registry) : null
  if (found)
    return {
      command: ['ganglion sweep', target, ...found.flags].join(' ') + more,
      apart: found.apart,
    }
  return {
    command: `ganglion sweep plan.json${more}`,
    apart: [],
    note: 'Save the whole plan below as plan.json first: this run was not made of a preset alone.',
  }
}

/** What is laid over a preset, as flags; null when flags do not make the same configuration. */
async function differences(
  target: string,
  config: Config,
  registry: Registry,
): Promise<{ readonly flags: readonly string[]; readonly apart: readonly string[] } | null> {
  const below = leaves(await configOf(target, [], registry))
  const short = (await presets(registry))[target]?.short ?? {}
  const named = new Map(Object.entries(short).map(([name, { path }]) => [path, name]))
  const changed = [...leaves(config)].filter(
    ([path, value]) => path !== 'seed' && canonical(value) !== canonical(below.get(path) ?? null),
  )
  const set = changed.map(([path, value]) => `${named.get(path) ?? path}=${worded(value)}`)
  const seed = String(config['seed'])
  const made = await configOf(target, [...set, `seed=${seed}`], registry)
  if (canonical(made) !== canonical(config)) return null
  return {
    flags: [
      ...set.map((one) => `--set ${quoted(one)}`),
      ...(seed === String(below.get('seed')) ? [] : [`--seed ${seed}`]),
    ],
    apart: set.filter((_, k) => !/^sweep\.(cells|trials|scales)\b/.test(changed[k]![0])),
  }
}

/** A value as `--set` takes it: plain words stay plain. */
function worded(value: unknown): string {
  const word = typeof value === 'string' && /^[a-z][a-z-]*$/.test(value)
  return word && !['true', 'false', 'null'].includes(value) ? value : JSON.stringify(value)
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
