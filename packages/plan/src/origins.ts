import { isRecord, type Config } from './config.ts'

/** By the path of a value, as in `generator.means`: the number of the layer that it comes from, the lowest 0. */
export type Origins = ReadonlyMap<string, number>

/** The values of a configuration by their paths; lists and empty records are values, other records are not. */
export function leaves(config: Config, above = ''): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [key, value] of Object.entries(config)) {
    const path = above ? `${above}.${key}` : key
    if (!isRecord(value) || Object.keys(value).length === 0) found.set(path, value)
    else for (const [inner, leaf] of leaves(value, path)) found.set(inner, leaf)
  }
  return found
}

/**
 * Where the values of a configuration come from after one more layer, `next`, was laid over those of `before`: what
 * that layer gives is its own, what is left of the layers below keeps its origin, what went is forgotten.
 */
export function originsAfter(
  merged: Config,
  next: Config,
  layer: number,
  before: Origins,
): Origins {
  const given = leaves(next)
  const after = new Map<string, number>()
  for (const path of leaves(merged).keys()) {
    const origin = given.has(path) ? layer : before.get(path)
    if (origin !== undefined) after.set(path, origin)
  }
  return after
}
