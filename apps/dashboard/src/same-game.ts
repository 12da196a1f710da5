import type { Observation } from '@ganglion/core'

/**
 * Whether two runs are the same game as far as their histories tell: at the first step after the start that both have, all
 * numbers are the same bit for bit. Whatever a seed draws (starts, targets, noise) shows there. Null while there is no such step.
 */
export function sameGame(
  before: readonly Observation[],
  now: readonly Observation[],
): boolean | null {
  const known = new Map(before.map((point) => [point.step, point.signals]))
  const common = now.find(({ step }) => step > 0 && known.has(step))
  return common ? alike(known.get(common.step)!, common.signals) : null
}

type Signals = Observation['signals']

function alike(one: Signals, other: Signals): boolean {
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => {
    const [here, there] = [[one[name]].flat(), [other[name]].flat()]
    return here.length === there.length && here.every((value, k) => Object.is(value, there[k]))
  })
}
