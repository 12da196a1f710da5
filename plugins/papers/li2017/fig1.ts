import type { Preset, RunClaim } from '@ganglion/core'
import { figure, type Start } from './figure.ts'
import { assumed } from './origins.ts'

const start = assumed('the paper prints no starts; found by a search that matches the drawn axes')

function panel(given: Omit<Start, 'target' | 'origins'>): Preset {
  const rates = Object.keys(given.dynamics).filter((name) => name !== 'plugin')
  return figure({
    ...given,
    target: [-0.5, 0.5],
    origins: {
      'generator.means': start,
      'discriminator.left': start,
      'discriminator.right': start,
      ...Object.fromEntries(rates.map((name) => [`dynamics.${name}`, 'printed'])),
      steps: ['printed', 'the length of the drawn axis'],
    },
  })
}

const firstOrder = { plugin: 'simultaneous', generatorRate: 0.1, discriminatorRate: 0.1 }
const caption = 'Figure 1, caption'

/** Figure 1: a selection of behaviours. */
export const figures1: Readonly<Record<string, Preset>> = {
  fig1a: panel({
    title: 'First order dynamics, converging behavior',
    means: [0, 1.5],
    left: [-1.5, 0.3],
    right: [-0.3, 2],
    steps: 5000,
    dynamics: firstOrder,
  }),
  fig1b: panel({
    title: 'First order dynamics, mode collapse and oscillation',
    means: [-1.2, 0.9],
    left: [-2.6, -0.1],
    right: [-0.7, 0.4],
    steps: 8000,
    dynamics: firstOrder,
  }),
  fig1c: panel({
    title: 'Optimal discriminator dynamics',
    means: [-1, 1.5],
    left: [-1, 0.5],
    right: [-0.5, 1],
    steps: 100,
    dynamics: { plugin: 'best-response', generatorRate: 0.1 },
  }),
  fig1d: panel({
    title: 'First order dynamics, vanishing gradient',
    means: [-1.05, -0.3],
    left: [-1.1, -0.35],
    right: [-0.55, -0.2],
    steps: 5000,
    dynamics: firstOrder,
  }),
}

/** What Figure 1 says. */
export const claims1: readonly RunClaim[] = [
  {
    kind: 'run',
    name: 'first-order dynamics can converge',
    preset: 'fig1a',
    sentence: 'first order dynamics with initial conditions that converge to the true distribution',
    where: caption,
    expects: { outcome: 'converged' },
  },
  {
    kind: 'run',
    name: 'first-order dynamics can oscillate and collapse',
    preset: 'fig1b',
    sentence:
      'First order dynamics with initial conditions that exhibit wild oscillation before mode collapse.',
    where: caption,
    expects: { outcome: 'collapsed', events: ['oscillation', 'mode-collapse'] },
  },
  {
    kind: 'run',
    name: 'optimal discriminator dynamics converge',
    preset: 'fig1c',
    sentence:
      'Observe that the optimal discriminator dynamics converge, and then the discriminator varies wildly, because the objective function is not differentiable at optimality. Despite this it remains roughly at optimality from step to step.',
    where: caption,
    expects: {
      outcome: 'converged',
      never: [
        'mode-collapse',
        'oscillation',
        'divergence',
        'vanishing-gradient',
        'discriminator-collapse',
        'stall',
      ],
    },
  },
  {
    kind: 'run',
    name: 'gradients can vanish at the wrong distribution',
    preset: 'fig1d',
    sentence:
      'First order dynamics that exhibit vanishing gradients and converge to the wrong distribution.',
    where: caption,
    expects: { outcome: 'stalled', events: ['vanishing-gradient', 'discriminator-collapse'] },
  },
]
