import { expand, isRecord, merge, type Config } from './config.ts'
import { ConfigError } from './problem.ts'
import type { Registry } from './registry.ts'
import { knownKeysOf } from './plan-schema.ts'

const kinds: Readonly<Record<string, string>> = {
  generator: 'generators',
  discriminator: 'discriminators',
  dynamics: 'dynamics',
}

/**
 * Lays configurations over one another, the last on top. Where one names another plugin for a section, only what that
 * plugin knows stays of the section below.
 */
export async function layer(layers: readonly Config[], registry: Registry): Promise<Config> {
  let config: Config = {}
  for (const next of layers.map(expand)) {
    config = merge(await adapted(config, next, registry), next)
  }
  return config
}

async function adapted(below: Config, next: Config, registry: Registry): Promise<Config> {
  const changed: Record<string, unknown> = { ...below }
  const [target, law] = [below['target'], next['target']]
  // A law of another kind shares no coordinates with the one below.
  if (
    isRecord(target) &&
    isRecord(law) &&
    law['kind'] !== undefined &&
    law['kind'] !== target['kind']
  )
    delete changed['target']
  for (const [section, kind] of Object.entries(kinds)) {
    const [old, fresh] = [below[section], next[section]]
    if (
      !isRecord(old) ||
      !isRecord(fresh) ||
      fresh['plugin'] === undefined ||
      fresh['plugin'] === old['plugin']
    )
      continue
    const name = fresh['plugin']
    const plugins = registry[kind] ?? {}
    const load =
      typeof name === 'string' && Object.hasOwn(plugins, name) ? plugins[name] : undefined
    const known = load ? knownKeysOf(await load()) : []
    changed[section] = Object.fromEntries(
      Object.entries(old).filter(([key]) => known.includes(key)),
    )
  }
  return changed
}

/** The configuration of a preset, named `paper/preset`; null if the name has another form. */
export async function presetConfig(
  name: string,
  registry: Registry,
  suggest: (word: string, known: readonly string[]) => string,
): Promise<Config | null> {
  const match = /^([\w-]+)\/([\w-]+)$/.exec(name)
  if (!match) return null
  const papers = registry['papers'] ?? {}
  const load = Object.hasOwn(papers, match[1]!) ? papers[match[1]!] : undefined
  const all = await presetNames(registry)
  const paper = load ? ((await load()) as { presets: Record<string, { config: Config }> }) : null
  const preset =
    paper && Object.hasOwn(paper.presets, match[2]!) ? paper.presets[match[2]!] : undefined
  if (!preset)
    throw new ConfigError([{ path: 'preset', message: `no preset ${name}; ${suggest(name, all)}` }])
  return preset.config
}

/** The names of all presets. */
export async function presetNames(registry: Registry): Promise<string[]> {
  const papers = await Promise.all(
    Object.entries(registry['papers'] ?? {}).map(async ([paper, load]) =>
      Object.keys(((await load()) as { presets: object }).presets).map(
        (preset) => `${paper}/${preset}`,
      ),
    ),
  )
  return papers.flat()
}
