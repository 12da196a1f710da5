import { compared, type SweepClaim } from '@ganglion/core'
import { alpha, everywhere, rateOf } from './rate-words.ts'

const { above, never } = compared

const altered = { altered: { preset: 'fig4-textbook' } }
const both = { ...altered, published: { preset: 'fig4-published' } }
const success =
  'success: each mean within 0.1 of its own after 3000 steps of 0.1; rates are divided by the weights'
const place = 'Fixed α Under Optimal Discriminator Dynamics with Altered Learning Rates'

/** What the report says of altered rates and Figure 4, and of the wrong order. */
export const claims4: readonly SweepClaim[] = [
  {
    kind: 'sweep',
    name: 'altered rates: it always converges',
    sentence:
      'by multiplying by this value for each µ we are effectively normalize out the α parameter in the function, and we observe much more efficient gradient descent steps, and notably it seems to always converge. with this normalization.',
    where: 'section 3.1',
    reading: `${success}; of ordered starts, at each alpha`,
    sweeps: { ...altered, plain: { preset: 'fig1-textbook' } },
    holds: [
      everywhere.always('altered', 'ordered'),
      above(rateOf('altered', 'ordered', 'lowest'), rateOf('plain', 'ordered', 'lowest')),
    ],
  },
  {
    kind: 'sweep',
    name: 'altered rates: even with a large skew every ordered start converges',
    sentence:
      'In Figure 4 we can see that even with a large skew in α dynamics under the optimal discriminator always converge to the correct value.',
    where: `section 3.1, ${place}; Figure 4`,
    reading: `${success}; at alpha = 0.01`,
    sweeps: both,
    holds: Object.keys(both).map((sweep) => ({
      rate: rateOf(sweep, 'ordered', alpha(0.01)),
      is: 'at-least',
      than: 1,
    })),
  },
  {
    kind: 'sweep',
    name: 'altered rates: equal starts never converge',
    sentence:
      'Over these 450 tests we found that when values of µ were initialized to the same value (i.e. mode collapsed) then the model did not converge.',
    where: `section 3.1, ${place}`,
    reading: `${success}; the slope of each mean is that of its mass, so that equal means stay equal to the last bit`,
    sweeps: both,
    holds: Object.keys(both).map((sweep) => everywhere.never(sweep, 'diagonal')),
  },
  {
    kind: 'sweep',
    name: 'altered rates: any other set in the correct order converges',
    sentence:
      'However, when we initialized µ̂ to any other set in the correct order, we observed convergence.',
    where: `section 3.1, ${place}`,
    reading: success,
    sweeps: both,
    holds: Object.keys(both).map((sweep) => everywhere.always(sweep, 'ordered')),
  },
  {
    kind: 'sweep',
    name: 'the wrong order always fails',
    sentence:
      'We tried the optimal discriminator with the incorrect initialization order and this failed 100% of the time.',
    where: 'section 3.1, Note on the Initialization Order of µ',
    reading: `${success}; also with plain rates, for which the sentence makes no exception`,
    sweeps: { ...altered, plain: { preset: 'fig1-textbook' } },
    holds: [everywhere.never('altered', 'reversed'), everywhere.never('plain', 'reversed')],
    instead: {
      says: 'with altered rates it always fails; with plain rates it does at even weights, while at uneven ones some of these starts come to their optimum',
      holds: [
        everywhere.never('altered', 'reversed'),
        never(rateOf('plain', 'reversed', alpha(0.5))),
        above(rateOf('plain', 'reversed', 'highest'), 0),
      ],
    },
  },
]
