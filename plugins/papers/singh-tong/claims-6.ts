import { compared, type SweepClaim } from '@ganglion/core'
import { alpha, rateOf } from './rate-words.ts'

const { above, below, never } = compared

const sweeps = { textbook: { preset: 'fig6-textbook' }, published: { preset: 'fig6-published' } }
const each = Object.keys(sweeps)
const place = 'section 3.1, Fixed α Under First Order Dynamics; Figure 6'
const success = 'success: each mean within 0.1 of its own after 3000 steps of 0.1; random intervals'
/** The slightly uneven one of the panels. */
const slightly = 0.3781072493

/** What the report says of first-order dynamics and Figure 6. */
export const claims6: readonly SweepClaim[] = [
  {
    kind: 'sweep',
    name: 'first order at even weights: as in li2017, most starts fail, all on the diagonal',
    sentence:
      'For α = 0.5 we roughly recover the results of Li et al. Figure 2a in terms of convergence probabilities.',
    where: place,
    reading: `${success}; li2017 at steps of 0.1: 0.123 off the diagonal (this program), 0 on it; roughly: between 0.06 and 0.19`,
    sweeps: { textbook: sweeps.textbook },
    holds: [
      above(rateOf('textbook', 'ordered', alpha(0.5)), 0.06),
      below(rateOf('textbook', 'ordered', alpha(0.5)), 0.19),
      never(rateOf('textbook', 'diagonal', alpha(0.5))),
    ],
  },
  {
    kind: 'sweep',
    name: 'first order: slightly uneven weights succeed more often than even ones',
    sentence:
      'Slightly uneven weighting gives higher success probability (See Figure 6b) than perfectly even weighting.',
    where: place,
    reading: `${success}; alpha = 0.378 against 0.5, of ordered starts, under both readings`,
    sweeps,
    holds: each.map((sweep) =>
      above(rateOf(sweep, 'ordered', alpha(slightly)), rateOf(sweep, 'ordered', alpha(0.5))),
    ),
  },
  {
    kind: 'sweep',
    name: 'first order: at tiny alpha only starts left of the first optimum succeed',
    sentence:
      'At extremely low values of α we only succeed on initializations of α where the smaller mean is initialized to below its optimum i.e. µ̂1 < µ1∗ when α1 << α2.',
    where: place,
    reading: `${success}; alpha = 0.01; only: fewer than one in 200 of the others, under both readings`,
    sweeps,
    holds: [
      ...each.map((sweep) => above(rateOf(sweep, 'first-below', alpha(0.01)), 0.02)),
      ...each.map((sweep) => below(rateOf(sweep, 'first-above', alpha(0.01)), 0.005)),
    ],
  },
]
