import { spaced } from '@ganglion/numerics'
import {
  axisSchema,
  leaves,
  settingSchema,
  type Config,
  type GroupAxis,
  type Problem,
  type Section,
  type Setting,
} from '@ganglion/plan'
import { mistakesOfForm } from './decode-section.ts'
import { evaluate, FormulaError, type Named } from './formula.ts'

/** An axis of the groups with its values. */
export interface ValuedAxis {
  readonly name: string
  readonly values: readonly number[]
  readonly spacing: 'listed' | 'linear' | 'geometric'
  /** Formulas by path. */
  readonly set: ReadonlyMap<string, Setting>
}

/** Sections that are records themselves: lists by path stand below them, everything else that is a record is an axis. */
const sections = new Set([
  'target',
  'generator',
  'discriminator',
  'dynamics',
  'objective',
  'optimizer',
])

/** Whether an entry of the groups is an axis. */
export function isAxis(name: string, entry: unknown): entry is GroupAxis {
  const record = typeof entry === 'object' && entry !== null && !Array.isArray(entry)
  return record && !sections.has(name.split('.')[0]!)
}

/** The axes of a section that was planned, in their order. */
export function axesOf({ groups = {} }: Section): ValuedAxis[] {
  if (Array.isArray(groups)) return []
  return Object.entries(groups as Config).flatMap(([name, entry]) =>
    isAxis(name, entry) ? [valuedAxis(name, entry)] : [],
  )
}

function valuedAxis(name: string, { values, set }: GroupAxis): ValuedAxis {
  const paths = leaves(set) as ReadonlyMap<string, Setting>
  if (Array.isArray(values))
    return { name, values: values as number[], spacing: 'listed', set: paths }
  const spacing = values as Exclude<GroupAxis['values'], readonly number[]>
  return { name, values: spaced(spacing), spacing: spacing.spacing ?? 'linear', set: paths }
}

/** What is wrong with an entry that is meant for an axis. */
export function mistakesOfAxis(name: string, entry: unknown): Problem[] {
  const at = `sweep.groups.${name}`
  if (!/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name))
    return [{ path: at, message: `expected a name of letters and digits for an axis, got ${name}` }]
  const problems = mistakesOfForm(axisSchema, entry, ['sweep', 'groups', name], formKeys)
  if (problems.length > 0) return problems
  const axis = entry as GroupAxis
  return [...mistakenValues(`${at}.values`, axis), ...mistakenSettings(`${at}.set`, axis)]
}

const formKeys: Readonly<Record<string, readonly string[]>> = {
  '': ['values', 'set'],
  values: ['from', 'to', 'count', 'spacing'],
}

function mistakenValues(path: string, { values: written }: GroupAxis): Problem[] {
  const geometric = 'spacing' in written && written.spacing === 'geometric'
  if (geometric && !(written.from > 0 && written.to > 0))
    return [
      {
        path,
        message: `geometric values lie between two numbers above 0, got from ${written.from} to ${written.to}`,
      },
    ]
  const { values } = valuedAxis('', { values: written, set: {} })
  if (values.length === 0) return [{ path, message: 'expected at least one value' }]
  const twice = values.find((value, k) => values.indexOf(value) < k)
  if (twice === undefined) return []
  return [{ path, message: `expected different values, got ${twice} twice` }]
}

function mistakenSettings(path: string, { set }: GroupAxis): Problem[] {
  const found = [...leaves(set)]
  if (found.length === 0)
    return [
      {
        path,
        message: 'expected formulas by path, e.g. { "target.weights": ["alpha", "1 - alpha"] }',
      },
    ]
  return found.flatMap(([where, setting]) =>
    mistakesOfForm(settingSchema, setting, [...path.split('.'), where], {}).slice(0, 1),
  )
}

/** What an axis sets for these numbers of all axes. Throws a ConfigError's problem where a formula cannot be computed. */
export function settingsOf(
  axis: ValuedAxis,
  numbers: Named,
): { readonly set: Record<string, unknown>; readonly problems: readonly Problem[] } {
  const set: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [path, setting] of axis.set) {
    try {
      set[path] = computed(setting, numbers)
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      problems.push({ path: `sweep.groups.${axis.name}.set.${path}`, message: error.message })
    }
  }
  return { set, problems }
}

function computed(setting: Setting, numbers: Named): unknown {
  if (typeof setting === 'object') return setting.map((inner) => computed(inner, numbers))
  return evaluate(setting, numbers)
}
