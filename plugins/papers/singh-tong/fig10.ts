import type { Preset } from '@ganglion/core'
import { game } from './game.ts'
import { assumed, code } from './origins.ts'
import { rate } from './rates.ts'
import { readings } from './readings.ts'

const published = {
  dynamics: {
    plugin: 'blockwise',
    order: 'weights-discriminator-means',
    weightsSeen: 'before',
    generatorRate: rate,
    discriminatorRate: rate,
  },
  left: [-0.75, 1],
  right: [0.75, 0],
  crossing: 'none',
  mirrored: true,
  steps: 2999,
  origins: {
    'dynamics.plugin': code('the weights move first, then the intervals, then the means'),
    'dynamics.order': code('the weights move first, then the intervals, then the means'),
    'dynamics.weightsSeen': code('intervals and means use the weights from before the step'),
    'discriminator.left': code('-0.75 and 1'),
    'discriminator.right': code('0.75 and 0: the second interval begins inside out'),
    'discriminator.crossing': code('nothing is done where ends cross'),
    mirrored: code('the discriminator goes down and the generator up'),
    steps: code('a path of 3000 points'),
  },
} as const

const ordered = assumed('the ends of the program, put in the order that equation 4 asks for')

const textbook = {
  dynamics: { plugin: 'simultaneous', generatorRate: rate, discriminatorRate: rate },
  left: [-0.75, 0.75],
  right: [0, 1],
  crossing: 'absorb',
  mirrored: false,
  steps: 3000,
  origins: {
    'discriminator.left': ordered,
    'discriminator.right': ordered,
    'discriminator.crossing': assumed('equation 4 asks for ordered ends; as in li2017'),
    steps: code('3000 points'),
  },
} as const

/** Figure 10: the weights are learned too, by the same steps, and leave (0, 1). */
export const figures10: Readonly<Record<string, Preset>> = readings('fig10', (reading) => {
  const { dynamics, left, right, crossing, mirrored, steps, origins } =
    reading === 'published' ? published : textbook
  return game({
    title: `Learned weights under first-order dynamics, as ${reading === 'published' ? 'published' : 'the formulas say'}`,
    target: [-0.5, 0.5],
    weights: [0.5, 0.5],
    generator: { means: [-1, 1], learned: 'weights' },
    discriminator: { left, right, crossing, zeros: 'certified' },
    dynamics,
    steps,
    more: { mirrored },
    short: {
      learned: {
        path: 'generator.learned',
        description:
          'what is trained: means, weights (free) too, or logits, so that weights stay in (0, 1)',
      },
    },
    origins: {
      'target.means': 'printed',
      'target.weights': 'printed',
      'generator.weights': 'printed',
      'generator.means': 'printed',
      'generator.learned': ['printed', 'free: what appendix B calls naive'],
      'discriminator.zeros': assumed('nobody asks for the best discriminator here'),
      'dynamics.generatorRate': code('0.1, for weights and means'),
      'dynamics.discriminatorRate': code('0.1'),
      ...origins,
    },
  })
})
