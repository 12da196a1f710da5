import { definePaper, type Origin, type Preset } from '@ganglion/core'
import { figures3 } from './fig3.ts'

const target = { kind: 'mixture', means: [-0.5, 0.5], weights: [0.5, 0.5], deviation: 1 }
const watched = {
  objective: 'mean-difference',
  optimizer: 'sgd',
  metrics: ['total-variation', 'l1', 'mean-distance', 'interval-width'],
  detectors: [
    'convergence',
    'mode-collapse',
    'oscillation',
    'divergence',
    'vanishing-gradient',
    'discriminator-collapse',
    'stall',
  ],
  seed: 1,
}

interface Start {
  readonly title: string
  readonly means: readonly [number, number]
  readonly left: readonly [number, number]
  readonly right: readonly [number, number]
  readonly steps: number
  readonly dynamics: Readonly<Record<string, unknown>>
}

const start: readonly [Origin, string] = [
  'assumed',
  'the paper prints no starts; found by a search that matches the drawn axes',
]
const reading: readonly [Origin, string] = [
  'assumed',
  'the paper does not say; the only rule that tells all of its figures',
]

const watching: readonly [Origin, string] = [
  'assumed',
  'the paper shows the paths only; measuring changes none of them',
]

function figure({ title, means, left, right, steps, dynamics }: Start): Preset {
  return {
    title,
    config: {
      target,
      generator: { plugin: 'mixture', components: 2, means, weights: [0.5, 0.5], deviation: 1 },
      discriminator: { plugin: 'interval', intervals: 2, crossing: 'absorb', left, right },
      dynamics,
      steps,
      ...watched,
    },
    origins: {
      'target.kind': 'printed',
      'target.means': 'printed',
      'target.weights': 'printed',
      'target.deviation': 'printed',
      'generator.plugin': 'printed',
      'generator.components': 'printed',
      'generator.weights': 'printed',
      'generator.deviation': 'printed',
      'generator.means': start,
      'discriminator.plugin': 'printed',
      'discriminator.intervals': 'printed',
      'discriminator.left': start,
      'discriminator.right': start,
      'discriminator.crossing': reading,
      'dynamics.plugin': 'printed',
      'dynamics.generatorRate': 'printed',
      ...('discriminatorRate' in dynamics
        ? { 'dynamics.discriminatorRate': 'printed' as const }
        : {}),
      objective: 'printed',
      optimizer: 'printed',
      metrics: watching,
      detectors: watching,
      steps: ['printed', 'the length of the drawn axis'],
      seed: ['assumed', 'nothing is drawn at random'],
    },
  }
}

const firstOrder = { plugin: 'simultaneous', generatorRate: 0.1, discriminatorRate: 0.1 }
const caption = 'Figure 1, caption'

/** Li, Madry, Peebles, Schmidt (2017): two Gaussians against two intervals. */
const li2017 = definePaper({
  name: 'li2017',
  reference:
    'J. Li, A. Madry, J. Peebles, L. Schmidt: Towards Understanding the Dynamics of Generative Adversarial Networks, 2017',
  presets: {
    fig1a: figure({
      title: 'First order dynamics, converging behavior',
      means: [0, 1.5],
      left: [-1.5, 0.3],
      right: [-0.3, 2],
      steps: 5000,
      dynamics: firstOrder,
    }),
    fig1b: figure({
      title: 'First order dynamics, mode collapse and oscillation',
      means: [-1.2, 0.9],
      left: [-2.6, -0.1],
      right: [-0.7, 0.4],
      steps: 8000,
      dynamics: firstOrder,
    }),
    fig1c: figure({
      title: 'Optimal discriminator dynamics',
      means: [-1, 1.5],
      left: [-1, 0.5],
      right: [-0.5, 1],
      steps: 100,
      dynamics: { plugin: 'best-response', generatorRate: 0.1 },
    }),
    fig1d: figure({
      title: 'First order dynamics, vanishing gradient',
      means: [-1.05, -0.3],
      left: [-1.1, -0.35],
      right: [-0.55, -0.2],
      steps: 5000,
      dynamics: firstOrder,
    }),
    ...figures3,
  },
  claims: [
    {
      name: 'first-order dynamics can converge',
      preset: 'fig1a',
      sentence:
        'first order dynamics with initial conditions that converge to the true distribution',
      where: caption,
      expects: { outcome: 'converged' },
    },
    {
      name: 'first-order dynamics can oscillate and collapse',
      preset: 'fig1b',
      sentence:
        'First order dynamics with initial conditions that exhibit wild oscillation before mode collapse.',
      where: caption,
      expects: { outcome: 'collapsed', events: ['oscillation', 'mode-collapse'] },
    },
    {
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
      name: 'gradients can vanish at the wrong distribution',
      preset: 'fig1d',
      sentence:
        'First order dynamics that exhibit vanishing gradients and converge to the wrong distribution.',
      where: caption,
      expects: { outcome: 'stalled', events: ['vanishing-gradient', 'discriminator-collapse'] },
    },
  ],
})

export default li2017
