import { forbiddenKeys, leaves, type Config, type Problem, type Section } from '@ganglion/plan'
import { axesOf, isAxis, mistakesOfAxis, settingsOf, type ValuedAxis } from './group-axes.ts'

/** A change of the plan: what is laid over the configuration, and its values by path or by the name of an axis. */
export interface GroupLayer {
  readonly overlay: Config
  readonly options: Readonly<Record<string, unknown>>
  /** Where in the configuration a path that is laid over it is written. */
  readonly written: ReadonlyMap<string, string>
  /** Members a cell, where the group has its own number. */
  readonly trials?: number
}

/** So many plans are made and no more. */
const mostGroups = 1000

/** The groups of a section: every combination of its lists and axes, or its list of configurations; without any, the plan as it is. */
export function groupsOf(section: Section): GroupLayer[] | readonly Problem[] {
  const { groups } = section
  if (groups === undefined) return [{ overlay: {}, options: {}, written: new Map() }]
  const refused = refusedPaths(groups)
  if (refused.length > 0) return refused
  if (Array.isArray(groups)) return listed(groups as readonly Config[])
  const entries = Object.entries(groups as Config)
  const problems = entries.flatMap(([name, entry]) =>
    fixed.has(name)
      ? [passedOver(`sweep.groups.${name}`)]
      : isAxis(name, entry)
        ? mistakesOfAxis(name, entry)
        : mistakenLists({ [name]: entry }),
  )
  if (problems.length > 0) return problems
  const choices = choicesOf(section, entries)
  const count = choices.reduce((all, [, values]) => all * values.length, 1)
  if (count > mostGroups)
    return [
      { path: 'sweep.groups', message: `expected at most ${mostGroups} groups, got ${count}` },
    ]
  const combined = choices.reduce<Record<string, unknown>[]>(
    (made, [path, values]) =>
      made.flatMap((one) => values.map((value) => ({ ...one, [path]: value }))),
    [{}],
  )
  return layersOf(section, combined)
}

/** Paths written as one key that would reach into prototypes: `a.__proto__.b`. */
function refusedPaths(groups: unknown): Problem[] {
  if (typeof groups !== 'object' || groups === null) return []
  return Object.entries(groups).flatMap(([key, inner]): Problem[] =>
    key.split('.').some((one) => forbiddenKeys({ [one]: 0 }).length > 0)
      ? [{ path: `sweep.groups.${key}`, message: 'this key is refused' }]
      : refusedPaths(inner),
  )
}

/** What a group cannot change: it would be passed over. */
const fixed = new Set(['sweep', 'members'])

const passedOver = (path: string): Problem => ({
  path,
  message: 'groups cannot differ in it; expected a list of values of something else',
})

function mistakenLists(entry: Config): Problem[] {
  return [...leaves(entry)]
    .filter(([, values]) => !Array.isArray(values) || values.length === 0)
    .map(([path, value]) => ({
      path: `sweep.groups.${path}`,
      message: `expected a list of values, e.g. [1, 5, 20], got ${JSON.stringify(value)}`,
    }))
}

/** What groups choose from, in the order in which it is written: values of axes by name, lists by path. */
function choicesOf(
  section: Section,
  entries: readonly (readonly [string, unknown])[],
): (readonly [string, readonly unknown[]])[] {
  const axes = new Map(axesOf(section).map(({ name, values }) => [name, values]))
  return entries.flatMap(([name, entry]) => {
    const values = axes.get(name)
    return values ? [[name, values] as const] : [...leaves({ [name]: entry })].map(asList)
  })
}

const asList = ([path, values]: [string, unknown]) => [path, values as readonly unknown[]] as const

function layersOf(
  section: Section,
  combined: readonly Record<string, unknown>[],
): GroupLayer[] | readonly Problem[] {
  const axes = axesOf(section)
  const names = new Set(axes.map(({ name }) => name))
  const paths = Object.keys(combined[0]!).filter((path) => !names.has(path))
  const { written, wrong } = placesOf(axes, paths)
  const layers = combined.map((options) => {
    const chosen = Object.entries(options)
    const numbers = Object.fromEntries(chosen.filter(([name]) => names.has(name)))
    const lists = Object.fromEntries(chosen.filter(([name]) => !names.has(name)))
    const found = axes.map((axis) => settingsOf(axis, numbers as Record<string, number>))
    wrong.push(...found.flatMap(({ problems }) => problems))
    const set: Record<string, unknown> = Object.assign({}, ...found.map((one) => one.set))
    return { overlay: nested({ ...set, ...lists }), options, written }
  })
  return wrong.length > 0 ? wrong : layers
}

/** Where what axes and lists set is written; nothing may be set by two of them. */
function placesOf(
  axes: readonly ValuedAxis[],
  lists: readonly string[],
): { readonly written: Map<string, string>; readonly wrong: Problem[] } {
  const written = new Map(lists.map((path) => [path, `sweep.groups.${path}`]))
  const wrong: Problem[] = []
  for (const { name, set } of axes)
    for (const path of set.keys()) {
      const at = `sweep.groups.${name}.set.${path}`
      if (fixed.has(path.split('.')[0]!)) wrong.push(passedOver(at))
      const other = written.get(path)
      if (other !== undefined) wrong.push({ path: at, message: `${other} sets it too` })
      written.set(path, at)
    }
  return { written, wrong }
}

function listed(groups: readonly Config[]): GroupLayer[] | readonly Problem[] {
  if (groups.length === 0 || groups.length > mostGroups)
    return [
      {
        path: 'sweep.groups',
        message: `expected from 1 to ${mostGroups} groups, got ${groups.length}`,
      },
    ]
  const over = groups.flatMap((group, k) =>
    Object.keys(group)
      .filter((name) => fixed.has(name))
      .map((name) => passedOver(`sweep.groups[${k}].${name}`)),
  )
  if (over.length > 0) return over
  const problems = groups.flatMap(({ trials }, k): Problem[] =>
    trials === undefined || (Number.isInteger(trials) && (trials as number) >= 1)
      ? []
      : [
          {
            path: `sweep.groups[${k}].trials`,
            message: `expected a whole number from 1, got ${JSON.stringify(trials)}`,
          },
        ],
  )
  if (problems.length > 0) return problems
  return groups.map(({ trials, ...overlay }, k) => ({
    overlay,
    options: Object.fromEntries(leaves(overlay)),
    written: new Map(
      [...leaves(overlay).keys()].map((path) => [path, `sweep.groups[${k}].${path}`]),
    ),
    ...(trials === undefined ? {} : { trials: trials as number }),
  }))
}

/** Paths as a configuration: `a.b` is b in a. */
function nested(options: Readonly<Record<string, unknown>>): Config {
  const root: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(options)) {
    const keys = path.split('.')
    const last = keys.pop()!
    let inner = root
    for (const key of keys) inner = (inner[key] ??= {}) as Record<string, unknown>
    inner[last] = value
  }
  return root
}
