import {
  isChoice,
  type ChosenPlayer,
  type Discriminator,
  type Generator,
  type MeasureValues,
  type Options,
} from '@ganglion/core'
import { isRecord, type Config } from './config.ts'
import { givenShapes, wordsThatBring } from './given-shapes.ts'
import { arraysOf } from './plan-schema.ts'
import type { Problem } from './problem.ts'

/** A player with the sizes, options and arrays that its section gives. */
export function chosenPlayer<P extends Generator | Discriminator>(
  plugin: P,
  section: Config,
): ChosenPlayer<P> {
  const random = section['initial'] === 'random'
  const { trained, all } = givenShapes(plugin, section)
  const given: Record<string, readonly number[]> = {}
  for (const name of Object.keys(all)) {
    if (section[name] !== undefined && !(random && Object.hasOwn(trained, name)))
      given[name] = [section[name]].flat(3) as number[]
  }
  return {
    plugin,
    sizes: sizesOf(plugin, section),
    options: chosenOptions(plugin.options ?? {}, section),
    given,
  }
}

function sizesOf(plugin: Generator | Discriminator, section: Config): Record<string, number> {
  return Object.fromEntries(
    Object.entries(plugin.sizes).map(([name, size]) => [
      name,
      (section[name] as number | undefined) ?? size,
    ]),
  )
}

/** Options by name: what the section gives, else the defaults. */
export function chosenOptions(options: Options, section: Config): Record<string, number | string> {
  const chosen = Object.entries(options).map(([name, option]) => {
    const otherwise = isChoice(option)
      ? option.choices[0]
      : typeof option === 'number'
        ? option
        : option.default
    return [name, (section[name] as number | string | undefined) ?? otherwise] as const
  })
  return Object.fromEntries(chosen)
}

/** Lists that do not fit the sizes, or the words; what the schema refuses already is left to it. */
export function lengths(
  path: string,
  plugin: Generator | Discriminator | null,
  section: unknown,
): Problem[] {
  if (!plugin || !isRecord(section)) return []
  const sizes = sizesOf(plugin, section)
  if (!Object.values(sizes).every((size) => Number.isInteger(size) && size > 0)) return []
  const { trained, all } = givenShapes(plugin, section, sizes)
  const absent = arraysOf(plugin).filter((name) => section[name] !== undefined && !(name in all))
  const problems = absent.map((name) => ({
    path: `${path}.${name}`,
    message: `the words chosen here bring no such array, only ${Object.keys(all).join(', ')}; it comes with ${wordsThatBring(plugin, section, name).join(' or ')}`,
  }))
  const wrong = Object.entries(all).flatMap(([name, shape]) => {
    if (section[name] === undefined) return []
    if (section['initial'] === 'random' && Object.hasOwn(trained, name)) return []
    const expected = shape.reduce<number>(
      (cells, extent) => cells * (typeof extent === 'number' ? extent : extent.size),
      1,
    )
    const got = [section[name]].flat(3).length
    if (got === expected) return []
    const extents = shape
      .map((extent) => (typeof extent === 'number' ? extent : `${extent.name} = ${extent.size}`))
      .join(' x ')
    return [
      { path: `${path}.${name}`, message: `expected ${expected} numbers (${extents}), got ${got}` },
    ]
  })
  return [...problems, ...wrong]
}

/** The law that a target section describes; weights and masses are equal where it gives none. */
export function targetOf(target: Config): MeasureValues {
  if (target['kind'] === 'points') {
    const positions = target['positions'] as number[][]
    return {
      kind: 'points',
      positions,
      masses:
        (target['masses'] as number[] | undefined) ?? positions.map(() => 1 / positions.length),
    }
  }
  const means = target['means'] as number[]
  return {
    kind: 'mixture',
    means,
    weights: (target['weights'] as number[] | undefined) ?? means.map(() => 1 / means.length),
    deviation: (target['deviation'] as number | undefined) ?? 1,
  }
}
