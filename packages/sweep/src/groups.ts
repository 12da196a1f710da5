import { leaves, type Config, type Problem, type Section } from '@ganglion/plan'

/** A change of the plan: what is laid over the configuration, and its values by path. */
export interface GroupLayer {
  readonly overlay: Config
  readonly options: Readonly<Record<string, unknown>>
  /** Members a cell, where the group has its own number. */
  readonly trials?: number
}

/** So many plans are made and no more. */
const mostGroups = 1000

/** The groups of a section: every combination of its lists, or its list of configurations; without any, the plan as it is. */
export function groupsOf({ groups }: Section): GroupLayer[] | readonly Problem[] {
  if (groups === undefined) return [{ overlay: {}, options: {} }]
  if (Array.isArray(groups)) return listed(groups as readonly Config[])
  const lists = [...leaves(groups as Config)]
  const bad = lists.filter(([, values]) => !Array.isArray(values) || values.length === 0)
  if (bad.length > 0)
    return bad.map(([path, value]) => ({
      path: `sweep.groups.${path}`,
      message: `expected a list of values, e.g. [1, 5, 20], got ${JSON.stringify(value)}`,
    }))
  const count = lists.reduce((all, [, values]) => all * (values as unknown[]).length, 1)
  if (count > mostGroups)
    return [
      { path: 'sweep.groups', message: `expected at most ${mostGroups} groups, got ${count}` },
    ]
  return lists
    .reduce<Record<string, unknown>[]>(
      (made, [path, values]) =>
        made.flatMap((one) => (values as unknown[]).map((value) => ({ ...one, [path]: value }))),
      [{}],
    )
    .map((options) => ({ overlay: nested(options), options }))
}

function listed(groups: readonly Config[]): GroupLayer[] | readonly Problem[] {
  if (groups.length === 0 || groups.length > mostGroups)
    return [
      {
        path: 'sweep.groups',
        message: `expected from 1 to ${mostGroups} groups, got ${groups.length}`,
      },
    ]
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
  return groups.map(({ trials, ...overlay }) => ({
    overlay,
    options: Object.fromEntries(leaves(overlay)),
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
