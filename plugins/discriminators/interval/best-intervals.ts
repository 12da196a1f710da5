import { far, type MeasureValues, type Values } from '@ganglion/core'
import { mixtureMass, positiveIntervals } from '@ganglion/numerics'

/** The intervals where the target is denser than what is generated (li2017, sec. 2.3): the best answer there is. */
export function bestIntervals(
  target: MeasureValues,
  generated: MeasureValues,
  state: Values,
): Values {
  if (target.kind !== 'mixture' || generated.kind !== 'mixture')
    throw new Error('the best intervals are known for mixtures only')
  const count = state['left']!.length
  const gain = ({ left, right }: { left: number; right: number }): number =>
    mixtureMass(target, left, right) - mixtureMass(generated, left, right)
  const found = positiveIntervals(target, generated)
  const kept =
    found.length <= count ? found : [...found].sort((a, b) => gain(b) - gain(a)).slice(0, count)
  const ordered = [...kept].sort((a, b) => a.left - b.left)
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
