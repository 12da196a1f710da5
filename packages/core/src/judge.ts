import type { EventName } from './event.ts'
import { outcomes, type Outcome } from './outcome.ts'

/** The outcome that a finding amounts to while it lasts. */
export const outcomeOf: Readonly<Record<EventName, Outcome>> = {
  divergence: 'diverged',
  convergence: 'converged',
  'mode-collapse': 'collapsed',
  'approximate-mode-collapse': 'collapsed',
  oscillation: 'oscillating',
  'vanishing-gradient': 'stalled',
  'discriminator-collapse': 'stalled',
  stall: 'stalled',
  'wrong-order': 'stalled',
  // A law with weights outside [0, 1] is none: the state has left its bounds.
  'weight-escape': 'diverged',
}

/** The outcome of a member that ends with these findings: the first in the order of `outcomes`, else `exhausted`. */
export function judge(active: Iterable<EventName>): Outcome {
  let first: number = outcomes.indexOf('exhausted')
  for (const event of active) first = Math.min(first, outcomes.indexOf(outcomeOf[event]))
  return outcomes[first]!
}
