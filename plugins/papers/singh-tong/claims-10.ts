import type { RunClaim } from '@ganglion/core'

const near = (signal: string, cell: number, value: number, by: number) => ({
  signal,
  cell,
  from: value - by,
  to: value + by,
})

/** What appendix B says of learned weights, and Figure 10 shows. */
export const claims10: readonly RunClaim[] = [
  {
    kind: 'run',
    name: 'learned weights oscillate and leave (0, 1)',
    preset: 'fig10-published',
    sentence:
      'In this figure we can see that the value of α oscillates wildly and outside of the range of (0,1), its meaningful range.',
    where: 'appendix B, Figure 10 (printed: Figure 6)',
    reading: 'as published; the final numbers are those of an independent program',
    expects: {
      events: ['weight-escape', 'oscillation'],
      before: { 'weight-escape': 150 },
      final: [
        near('generator.weights', 0, -2.43, 0.02),
        near('generator.weights', 1, 0.83, 0.02),
        near('generator.means', 0, -6.04, 0.05),
        near('generator.means', 1, 13.04, 0.05),
      ],
    },
  },
  {
    kind: 'run',
    name: 'learned weights diverge',
    preset: 'fig10-published',
    sentence:
      'Diverging α0 for first order learned α with initialization α̂ = (0.5, 0.5), α∗ = (0.5, 0.5), µ̂0 = (−1, 1), µ∗ = (−0.5, 0.5)',
    where: 'Figure 10, caption',
    expects: { outcome: 'diverged' },
  },
  {
    kind: 'run',
    name: 'learned weights oscillate by the formulas too',
    preset: 'fig10-textbook',
    sentence:
      'In this figure we can see that the value of α oscillates wildly and outside of the range of (0,1), its meaningful range.',
    where: 'appendix B',
    reading: 'as the formulas say: simultaneous, ends in order, intervals that invert are dead',
    expects: { events: ['weight-escape', 'oscillation'] },
    instead: {
      says: 'a weight leaves (0, 1) in the first 50 steps; then both intervals die and everything stands still, before anything has oscillated',
      expects: {
        events: ['weight-escape', 'discriminator-collapse'],
        never: ['oscillation'],
        before: { 'weight-escape': 50 },
      },
    },
  },
  {
    kind: 'run',
    name: 'an inverse logistic function keeps the weights in (0, 1)',
    preset: 'fig10-published',
    set: ['learned=logits'],
    sentence:
      'There are ways to constrain the value of α in this range using some function like learning on the inverse logistic function or utilizing some boundary condition on α.',
    where: 'appendix B',
    reading: 'the same game, the weights trained through logits',
    expects: {
      never: ['weight-escape', 'divergence'],
      final: [
        { signal: 'generator.weights', cell: 0, from: 0, to: 1 },
        { signal: 'generator.weights', cell: 1, from: 0, to: 1 },
      ],
    },
  },
]
