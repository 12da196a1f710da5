import { compared, type SweepClaim } from '@ganglion/core'
import { alpha, everywhere, rateOf } from './rate-words.ts'

const { above, always, below, never } = compared

const plain = { plain: { preset: 'fig1-textbook' } }
const both = { ...plain, published: { preset: 'fig1-published' } }
const success = 'success: each mean within 0.1 of its own after 3000 steps of 0.1'
const drawn = [0.5, 0.25, 0.0154, 0.01] as const
const sectionOf = 'Fixed α Under Optimal Discriminator'

/** What the report says of plain rates and Figure 1. */
export const claims1: readonly SweepClaim[] = [
  {
    kind: 'sweep',
    name: 'plain rates: at even weights every ordered start converges, none on the diagonal',
    sentence:
      'Figure 1a shows that if α = 0.5 then the model suffers from mode collapse, namely if the two values µ̂1 = µ̂2 then the optimal discriminator dynamics do not converge.',
    where: `section 3.1, ${sectionOf}; Figure 1a`,
    reading: success,
    sweeps: both,
    holds: Object.keys(both).flatMap((sweep) => [
      never(rateOf(sweep, 'diagonal', alpha(0.5))),
      always(rateOf(sweep, 'ordered', alpha(0.5))),
    ]),
  },
  {
    kind: 'sweep',
    name: 'plain rates: at uneven weights starts on the diagonal may converge',
    sentence:
      'If α ≠ 0.5 then this does not occur and even if we initialize µ̂1 = µ̂2 we may still get convergence.',
    where: `section 3.1, ${sectionOf}; Figure 1`,
    reading: success,
    sweeps: both,
    holds: Object.keys(both).map((sweep) => above(rateOf(sweep, 'diagonal', 'highest'), 0)),
  },
  {
    kind: 'sweep',
    name: 'plain rates: the model may not converge in a reasonable number of steps',
    sentence:
      'Thus in the extremely biased case where αj is close to zero, the gradient for µj is very small. This is our first hint that this model may not converge in a reasonable number of steps always.',
    where: `section 3.1, ${sectionOf}`,
    reading: `${success}; a growing part of the ordered starts has not arrived as alpha falls`,
    sweeps: plain,
    holds: [
      below(rateOf('plain', 'ordered', alpha(0.01)), 0.5),
      ...drawn
        .slice(1)
        .map((low, k) =>
          below(
            rateOf('plain', 'ordered', alpha(low)),
            rateOf('plain', 'ordered', alpha(drawn[k]!)),
          ),
        ),
    ],
  },
  {
    kind: 'sweep',
    name: 'plain rates: where the mean of the smaller weight begins decides',
    sentence:
      'Looking at the full heatmap we see that convergence probability is dominated by the location of the µ with the smaller value of α',
    where: `section 3.1, ${sectionOf}; Figure 1`,
    reading: `${success}; at alpha = 0.25 the second mean beginning above 0.5: all succeed where the first begins below 0.5, none where it too begins above`,
    sweeps: plain,
    holds: [
      always(rateOf('plain', 'second-above', alpha(0.25))),
      never(rateOf('plain', 'both-above', alpha(0.25))),
      above(
        rateOf('plain', 'first-below', alpha(0.01)),
        rateOf('plain', 'first-above', alpha(0.01)),
      ),
    ],
  },
  {
    kind: 'sweep',
    name: 'plain rates: the range of good starts of the smaller weight shrinks',
    sentence:
      'namely as the distribution becomes more biased, the range of acceptable initial values of µsmall decreases.',
    where: `section 3.1, ${sectionOf}; Figure 1`,
    reading: `${success}; of the starts whose first mean lies above its optimum -0.5 fewer succeed as alpha falls`,
    sweeps: plain,
    holds: [
      below(
        rateOf('plain', 'first-above', alpha(0.0154)),
        rateOf('plain', 'first-above', alpha(0.25)),
      ),
      {
        rate: rateOf('plain', 'first-above', alpha(0.01)),
        is: 'at-most',
        than: rateOf('plain', 'first-above', alpha(0.0154)),
      },
    ],
  },
  {
    kind: 'sweep',
    name: 'plain rates: from means that both lie above the right optimum nothing converges',
    sentence: 'For uneven dynamics we do not see convergence if both µ̂ values are greater than µ2.',
    where: `section 3.1, ${sectionOf}; Figure 1`,
    reading: `${success}; also at alpha = 0.4, which no panel shows`,
    sweeps: {
      ...plain,
      'alpha 0.4': { preset: 'fig1-textbook', set: ['alpha=[0.4]', 'starts=ordered'] },
    },
    holds: [
      ...drawn.slice(1).map((value) => never(rateOf('plain', 'both-above', alpha(value)))),
      never(rateOf('alpha 0.4', 'both-above', alpha(0.4))),
    ],
    instead: {
      says: 'so it is at the three uneven alphas of the figure; nearer to even weights such starts converge too',
      holds: [
        ...drawn.slice(1).map((value) => never(rateOf('plain', 'both-above', alpha(value)))),
        above(rateOf('alpha 0.4', 'both-above', alpha(0.4)), 0),
      ],
    },
  },
  {
    kind: 'sweep',
    name: 'plain rates: the model does not always converge',
    sentence:
      'it was possible to prove the convergence in the standard fixed α case, which by our recent experiments, is impossible, as this model does not always converge (see figure 1).',
    where: 'appendix C',
    reading: success,
    sweeps: both,
    holds: Object.keys(both).map((sweep) => below(rateOf(sweep, 'ordered', 'lowest'), 1)),
  },
  {
    kind: 'sweep',
    name: 'all probabilities of the optimal discriminator are exactly 1',
    sentence:
      'Empirically, this seems to work well enough for the cases we have tried (i.e. all convergence probabilities of the optimal discriminator are exactly 1, not near to 1)',
    where: 'appendix D',
    reading: `${success}; of ordered starts`,
    sweeps: { ...plain, altered: { preset: 'fig4-textbook' } },
    holds: [everywhere.always('plain', 'ordered'), everywhere.always('altered', 'ordered')],
    instead: {
      says: 'with altered rates they are; with plain rates only at even weights',
      holds: [
        everywhere.always('altered', 'ordered'),
        always(rateOf('plain', 'ordered', alpha(0.5))),
        below(rateOf('plain', 'ordered', alpha(0.25)), 1),
        below(rateOf('plain', 'ordered', alpha(0.0154)), 1),
        below(rateOf('plain', 'ordered', alpha(0.01)), 1),
      ],
    },
  },
]
