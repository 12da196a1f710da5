import type { DetectorDefinition, MeasureKind, Metric } from '@ganglion/core'
import { isRecord, type Config } from './config.ts'

/** The arrays that only laws of one kind have. */
const arrays: Readonly<Record<MeasureKind, readonly string[]>> = {
  mixture: ['weights', 'means', 'deviation'],
  points: ['positions', 'masses'],
}

/** The kind of law that a configuration speaks of: every target but a mixture settles into points. */
export function kindOf({ target }: Config): MeasureKind {
  return isRecord(target) && target['kind'] !== undefined && target['kind'] !== 'mixture'
    ? 'points'
    : 'mixture'
}

/** Whether games of such laws tell what is needed, as far as that depends on the kind of law. */
function isServed(needs: readonly string[], kind: MeasureKind): boolean {
  const other = arrays[kind === 'mixture' ? 'points' : 'mixture']
  return !needs.some((need) => {
    const [owner, name] = [need.slice(0, need.indexOf('.')), need.slice(need.indexOf('.') + 1)]
    return (owner === 'generator' || owner === 'target') && other.includes(name)
  })
}

/** Options of a detector where none are given: the signals that points have, if the laws are points. */
export function signalsFor(
  { options }: Pick<DetectorDefinition, 'options'>,
  kind: MeasureKind,
): Record<string, string> {
  if (kind === 'mixture') return {}
  const found = Object.entries(options).flatMap(([name, option]) =>
    'points' in option && option.points !== undefined ? [[name, option.points] as const] : [],
  )
  return Object.fromEntries(found)
}

/** What is watched where nobody says: all that these laws can serve. */
export function servedBy(
  made: readonly (Pick<Metric, 'needs'> | null)[],
  kind: MeasureKind,
): boolean[] {
  return made.map((one) => one === null || isServed(one.needs, kind))
}
