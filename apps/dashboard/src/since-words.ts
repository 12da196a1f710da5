import { visible } from '@ganglion/core'
import type { View } from './feed.ts'

/** Since which step a state holds, as words after its name; empty where its verdict is another, and of a member that plays. */
export function sinceWords(
  { verdict }: Pick<View, 'verdict'>,
  state: string,
  unit: '' | 'step ' = '',
): string {
  if (verdict?.state !== state || state === 'playing') return ''
  return ` since ${unit}${verdict.since}`
}

/** Why a member plays again: what was over, and when that was found; empty of one that has played all along. */
export function againWords(
  { verdict, events }: Pick<View, 'verdict' | 'events'>,
  unit: '' | 'step ' = '',
): string {
  if (verdict?.state !== 'playing' || verdict.since === 0) return ''
  const last = events.findLast(({ type, step }) => type === 'cleared' && step === verdict.step)
  return visible(`${last?.event ?? 'last finding'} cleared at ${unit}${verdict.step}`)
}
