import type { FinalValue, RunClaim } from '@ganglion/core'

const near = (signal: string, cell: number, value: number, by = 1e-6): FinalValue => ({
  signal,
  cell,
  from: value - by,
  to: value + by,
})

/** Whether the interval of this number lives (1) or has died (0). */
const alive = (cell: number, value: 0 | 1): FinalValue =>
  near('discriminator.alive', cell, value, 0)

const tv: FinalValue = near('total-variation', 0, 0.239663733)

/** What Figure 2 shows and section 3.1 says of it. The numbers are those of the exact zeros of F at the start. */
export const claims2: readonly RunClaim[] = [
  {
    kind: 'run',
    name: 'the best discriminator of Figure 2 has a part at minus infinity',
    preset: 'fig2b',
    sentence: 'Optimal Discriminator for Initial Configuration',
    where: 'Figure 2 (b)',
    reading: 'beyond 1e9 an end stands for infinity',
    expects: {
      final: [
        tv,
        { signal: 'discriminator.left', cell: 0, from: -Infinity, to: -1e9 },
        near('discriminator.right', 0, -1.497886198),
        near('discriminator.left', 1, 0.659259989),
        near('discriminator.right', 1, 2.239395149),
      ],
    },
  },
  {
    kind: 'run',
    name: 'discriminator steps alone do not find the best discriminator',
    preset: 'fig2c',
    sentence:
      'We see in Plot (c) that this discriminator collapses if we run many discriminator steps for this fixed generator. In particular, these steps do not converge to the globally optimal discriminator shown in Plot (b).',
    where: 'Figure 2 (c), section 3.1',
    expects: {
      final: [
        tv,
        alive(0, 0),
        alive(1, 1),
        near('discriminator.left', 1, 0.659259989),
        near('discriminator.right', 1, 2.239395149),
      ],
    },
  },
  {
    kind: 'run',
    name: 'under first-order dynamics both intervals collapse',
    preset: 'fig2d',
    sentence:
      'In Plots (d) and (e), we see that after running the first order dynamics – or even unrolled dynamics – for many iterations, eventually both discriminators collapse.',
    where: 'Figure 2 (d), section 3.1',
    expects: {
      outcome: 'stalled',
      events: ['discriminator-collapse'],
      final: [
        alive(0, 0),
        alive(1, 0),
        { signal: 'total-variation', from: 0.1, to: 1 },
        near('gradient.generator', 0, 0, 0),
      ],
    },
  },
  {
    kind: 'run',
    name: 'under unrolled dynamics both intervals collapse, or almost',
    preset: 'fig2e',
    sentence:
      'In Plots (d) and (e), we see that after running the first order dynamics – or even unrolled dynamics – for many iterations, eventually both discriminators collapse.',
    where: 'Figure 2 (e), section 3.1',
    reading: 'after the 1000 steps of the panel the right interval is narrower than 0.01, not dead',
    expects: {
      final: [
        alive(0, 0),
        { signal: 'interval-width', cell: 1, from: 0, to: 0.01 },
        { signal: 'total-variation', from: 0.1, to: 1 },
      ],
    },
  },
]
