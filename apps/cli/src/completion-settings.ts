import type { Discriminator, Dynamics, Generator } from '@ganglion/core'
import {
  jsonSchema,
  layer,
  parseOverride,
  presets,
  targetKinds,
  type Config,
  type Registry,
} from '@ganglion/plan'
import { layersOf, registryWith } from 'ganglion/prepare'
import type { Candidate } from './completion-candidate.ts'
import type { Position } from './completion-position.ts'

/** The presets, those of plugins on the same line included. */
export async function presetCandidates({ given }: Position): Promise<Candidate[]> {
  const listed = await presets(await tolerant(given['plugin']))
  return Object.entries(listed).map(([text, { title }]) => ({ text, says: title }))
}

/** The papers whose claims are judged. */
export async function paperCandidates(): Promise<Candidate[]> {
  const { papers = {} } = await registryWith()
  return Object.keys(papers).map((text) => ({ text }))
}

/** What may stand behind `--set`: the paths of the plugins that are chosen so far; behind a path's `=`, its values. */
export async function settings({ operands, given, typed }: Position): Promise<Candidate[]> {
  const registry = await tolerant(given['plugin'])
  const config = await chosen(operands[0], given['set'] ?? [], registry)
  const all = await paths(config, registry)
  const named = operands[0] ?? ''
  const listed = await presets(registry)
  const { short = {} } = (Object.hasOwn(listed, named) ? listed[named] : null) ?? {}
  for (const [name, field] of Object.entries(short)) all.set(name, field)
  const equals = typed.indexOf('=')
  if (equals < 0)
    return [...all].map(([path, { description: says = '' }]) => ({ text: `${path}=`, says }))
  const path = typed.slice(0, equals)
  const { enum: words, default: value } = all.get(path) ?? {}
  const values = words ?? (typeof value === 'number' || typeof value === 'string' ? [value] : [])
  return values.map((one) => ({ text: `${path}=${String(one)}` }))
}

/** Plugins that can be loaded; the others are left out here and told by the run. */
async function tolerant(plugins: readonly string[] = []): Promise<Registry> {
  const good = await Promise.all(
    plugins.map((plugin) =>
      registryWith([plugin]).then(
        () => [plugin],
        () => [],
      ),
    ),
  )
  return registryWith(good.flat())
}

/** The configuration so far; what cannot be read is as if it were not there. */
async function chosen(
  target: string | undefined,
  set: readonly string[],
  registry: Registry,
): Promise<Config> {
  const found = await layersOf(target ?? {}, {}, registry).catch(() => layersOf({}, {}, registry))
  const laid = set.flatMap((text) => {
    try {
      return [parseOverride(text)]
    } catch {
      return []
    }
  })
  return layer([...found.layers.map(({ config }) => config), ...laid], registry)
}

interface Field {
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Field>>
}

const kinds = {
  generator: 'generators',
  discriminator: 'discriminators',
  dynamics: 'dynamics',
  objective: 'objectives',
  optimizer: 'optimizers',
} as const

/** Every path that may be set, with what is known of its values. */
async function paths(config: Config, registry: Registry): Promise<Map<string, Field>> {
  const found = new Map<string, Field>()
  for (const [section, kind] of Object.entries(kinds)) {
    const names = Object.keys(registry[kind] ?? {})
    found.set(section, { enum: names, description: `one of ${kind}` })
    const { plugin } = (config[section] ?? {}) as { plugin?: string }
    for (const name of names.filter((one) => plugin === undefined || one === plugin))
      for (const [key, field] of Object.entries(await keysOf(section, registry[kind]![name]!)))
        if (key !== 'plugin') found.set(`${section}.${key}`, field)
  }
  const { properties = {} } = jsonSchema(nobody) as Field
  for (const key of ['steps', 'seed', 'members', 'every']) found.set(key, properties[key] ?? {})
  const { kind = 'mixture' } = (config['target'] ?? {}) as { readonly kind?: string }
  const law = Object.hasOwn(targetKinds, kind) ? targetKinds[kind]! : targetKinds['mixture']!
  found.set('target.kind', { enum: Object.keys(targetKinds), description: law.description })
  for (const key of Object.keys(law.fields)) found.set(`target.${key}`, {})
  for (const key of ['metrics', 'detectors']) found.set(key, {})
  return found
}

const nobody = { generator: null, discriminator: null, dynamics: null }

async function keysOf(
  section: string,
  load: () => Promise<unknown>,
): Promise<Readonly<Record<string, Field>>> {
  if (!(section in nobody)) return {}
  const plugin = (await load()) as Generator & Discriminator & Dynamics
  const schema = jsonSchema({ ...nobody, [section]: plugin }) as Field
  return schema.properties?.[section]?.properties ?? {}
}
