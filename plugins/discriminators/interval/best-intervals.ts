import { far, PlanError, type MeasureValues, type MixtureValues, type Values } from '@ganglion/core'
import {
  bracketedIntervals,
  mixtureMass,
  positiveIntervals,
  type Interval,
} from '@ganglion/numerics'

/** How the zeros of target minus generated density are searched; the first is the default. */
export const zeros = ['certified', 'bracketed'] as const

/**
 * The intervals where the target is denser than what is generated (li2017, sec. 2.3): the best answer there is, if the
 * zeros are certified. Of more intervals than the state has room for those that gain most; bracketed, the leftmost. Throws a
 * PlanError for points: a plan of them is refused.
 */
export function bestIntervals(
  target: MeasureValues,
  generated: MeasureValues,
  state: Values,
  settings: { readonly zeros: (typeof zeros)[number] },
): Values {
  if (target.kind !== 'mixture' || generated.kind !== 'mixture')
    throw new PlanError(
      'the best intervals are known for mixtures only. Use a target and a generator of mixtures, without `draws`, or a discriminator whose best answer to points is known, such as kernel',
    )
  const count = state['left']!.length
  const ordered =
    settings.zeros === 'bracketed'
      ? bracketedIntervals(target, generated).slice(0, count)
      : mostGaining(positiveIntervals(target, generated), count, target, generated)
  const at = (k: number, end: 'left' | 'right'): number =>
    Math.max(-far, Math.min(far, ordered[k]?.[end] ?? 0))
  const list = (value: (k: number) => number): number[] =>
    Array.from({ length: count }, (_, k) => value(k))
  return {
    left: list((k) => at(k, 'left')),
    right: list((k) => at(k, 'right')),
    alive: list((k) => (k < ordered.length ? 1 : 0)),
  }
}

/** The so many intervals that gain most, from left to right. */
function mostGaining(
  found: readonly Interval[],
  count: number,
  target: MixtureValues,
  generated: MixtureValues,
): readonly Interval[] {
  if (found.length <= count) return found
  const gain = ({ left, right }: Interval): number =>
    mixtureMass(target, left, right) - mixtureMass(generated, left, right)
  const kept = [...found].sort((a, b) => gain(b) - gain(a)).slice(0, count)
  return kept.sort((a, b) => a.left - b.left)
}
