import type { Paper, Preset } from '@ganglion/core'
import { expand, isRecord, merge, type Config } from './config.ts'
import { originsAfter, type Origins } from './origins.ts'
import { ConfigError } from './problem.ts'
import type { Registry } from './registry.ts'
import { knownKeysOf } from './plan-schema.ts'

const kinds: Readonly<Record<string, string>> = {
  generator: 'generators',
  discriminator: 'discriminators',
  dynamics: 'dynamics',
}

/** Layers as one configuration, and which of them each value comes from. */
export interface Layered {
  readonly config: Config
  readonly origins: Origins
}

/**
 * Lays configurations over one another, the last on top. Where one names another plugin for a section, only what that
 * plugin knows stays of the section below.
 */
export async function layer(layers: readonly Config[], registry: Registry): Promise<Config> {
  return (await layered(layers, registry)).config
}

/** The same, and from which layer each value comes. */
export async function layered(layers: readonly Config[], registry: Registry): Promise<Layered> {
  let config: Config = {}
  let origins: Origins = new Map()
  for (const [k, next] of layers.map(expand).entries()) {
    config = merge(await adapted(config, next, registry), next)
    origins = originsAfter(config, next, k, origins)
  }
  return { config, origins }
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
  if (!/^[\w-]+\/[\w.-]+$/.test(name)) return null
  const all = await presets(registry)
  if (Object.hasOwn(all, name)) return all[name]!.config
  // A dot is in presets, such as that of a width of 0.1, and in files.
  if (name.includes('.')) return null
  const message = `no preset ${name}; ${suggest(name, Object.keys(all))}`
  throw new ConfigError([{ path: 'preset', message }])
}

/** A preset as a list shows it. */
export interface ListedPreset extends Preset {
  /** The source that it comes from. */
  readonly reference: string
}

/** All presets by name, `paper/preset`: the oldest paper first, for the later ones build on it. */
export async function presets(registry: Registry): Promise<Record<string, ListedPreset>> {
  const papers = await Promise.all(
    Object.entries(registry['papers'] ?? {}).map(async ([paper, load]) => {
      const { presets: named, reference } = (await load()) as Paper
      const listed = Object.entries(named).map(
        ([name, preset]) => [`${paper}/${name}`, { ...preset, reference }] as const,
      )
      return { year: yearOf(reference), listed }
    }),
  )
  const inOrder = papers.toSorted((a, b) => a.year - b.year)
  return Object.fromEntries(inOrder.flatMap(({ listed }) => listed))
}

/** The year that a reference ends with; whatever has none comes last. */
function yearOf(reference: string): number {
  return Number(/\b(\d{4})\W*$/.exec(reference)?.[1] ?? Infinity)
}

/** The names of all presets. */
export async function presetNames(registry: Registry): Promise<string[]> {
  return Object.keys(await presets(registry))
}
