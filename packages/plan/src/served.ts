import type { DetectorDefinition, MeasureKind, Metric } from '@ganglion/core'
import type { ToldKinds } from './negotiate.ts'

/** The arrays that only laws of one kind have. */
const arrays: Readonly<Record<MeasureKind, readonly string[]>> = {
  mixture: ['weights', 'means', 'deviation'],
  points: ['positions', 'masses'],
}

/** Whether games of such laws tell what is needed, as far as that depends on the kind of law. */
function isServed(needs: readonly string[], kinds: ToldKinds): boolean {
  return !needs.some((need) => {
    const [owner, name] = [need.slice(0, need.indexOf('.')), need.slice(need.indexOf('.') + 1)]
    if (owner !== 'generator' && owner !== 'target') return false
    return arrays[kinds[owner] === 'mixture' ? 'points' : 'mixture'].includes(name)
  })
}

/** Options of a detector where none are given: the signals that points have, if that is what is generated. */
export function signalsFor(
  { options }: Pick<DetectorDefinition, 'options'>,
  kinds: ToldKinds,
): Record<string, string> {
  if (kinds.generator === 'mixture') return {}
  const found = Object.entries(options).flatMap(([name, option]) =>
    'points' in option && option.points !== undefined ? [[name, option.points] as const] : [],
  )
  return Object.fromEntries(found)
}

/** What is watched where nobody says: all that these laws can serve, but for what looks ahead, which costs more than a step. */
export function servedBy(
  made: readonly (Pick<Metric, 'needs' | 'looksAhead'> | null)[],
  kinds: ToldKinds,
): boolean[] {
  return made.map((one) => one === null || (!one.looksAhead && isServed(one.needs, kinds)))
}
