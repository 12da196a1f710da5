import {
  isChoice,
  type ChosenPlayer,
  type Discriminator,
  type Generator,
  type MeasureValues,
  type Options,
  type Shape,
} from '@ganglion/core'
import { isRecord, type Config } from './config.ts'
import { arraysOf } from './plan-schema.ts'
import type { Problem } from './problem.ts'

/** A player with the sizes, options and arrays that its section gives. */
export function chosenPlayer<P extends Generator | Discriminator>(
  plugin: P,
  section: Config,
): ChosenPlayer<P> {
  const random = section['initial'] === 'random'
  const trained = new Set(Object.keys(plugin.parameters(unitAxes(plugin))))
  const given: Record<string, readonly number[]> = {}
  for (const name of arraysOf(plugin)) {
    if (section[name] !== undefined && !(random && trained.has(name)))
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

const unitAxes = (plugin: Generator | Discriminator) =>
  Object.fromEntries(Object.keys(plugin.sizes).map((name) => [name, { name, size: 1 }]))

/** Lists that do not fit the sizes; what the schema refuses already is left to it. */
export function lengths(
  path: string,
  plugin: Generator | Discriminator | null,
  section: unknown,
): Problem[] {
  if (!plugin || !isRecord(section)) return []
  const sizes = Object.values(sizesOf(plugin, section))
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) return []
  const axes = Object.fromEntries(
    Object.entries(sizesOf(plugin, section)).map(([name, size]) => [name, { name, size }]),
  )
  const trained = plugin.parameters(axes)
  const shapes: Record<string, Shape> = { ...trained, ...plugin.fixed?.(axes) }
  return Object.entries(shapes).flatMap(([name, shape]) => {
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
