import type { Preset } from '@ganglion/core'
import { game } from './game.ts'
import { mapNames, mapOf } from './heat-maps.ts'
import { assumed, code } from './origins.ts'
import { rate } from './rates.ts'
import { ratesReading, readings } from './readings.ts'

/** geomspace(0.01, 0.5, 15), the four of the panels. */
const drawn = [0.5, 0.3781072493247853, 0.21622455073017247, 0.01]

const mirror = code('the discriminator goes down and the generator up')

/** How a first-order figure is played. */
const played = {
  textbook: {
    generator: { order: 'free' },
    dynamics: { plugin: 'simultaneous', generatorRate: rate, discriminatorRate: rate },
    crossing: 'absorb',
    mirrored: false,
    steps: 3000,
    origins: {
      'discriminator.crossing': assumed('equation 4 asks for ordered ends; as in li2017'),
      steps: code('3000 points'),
    },
  },
  published: {
    generator: { order: 'sorted' },
    dynamics: {
      plugin: 'alternating',
      generatorRate: rate,
      discriminatorRate: rate,
      discriminatorSteps: 1,
      first: 'discriminator',
    },
    crossing: 'none',
    mirrored: true,
    steps: 2999,
    origins: {
      'generator.order': code('the means are sorted after every step'),
      'discriminator.crossing': code('nothing is done where ends cross'),
      'dynamics.plugin': code('the generator sees the intervals that have just moved'),
      'dynamics.discriminatorSteps': code('1'),
      'dynamics.first': code('the discriminator'),
      mirrored: mirror,
      steps: code('a path of 3000 points'),
    },
  },
} as const

/** Figure 6: first-order dynamics over starts, against random intervals, one map for each alpha. */
export const figures6: Readonly<Record<string, Preset>> = readings('fig6', (reading) => {
  const { generator, dynamics, crossing, mirrored, steps, origins } = played[reading]
  const { sweep, origins: ofMap } = mapOf(reading, {
    alpha: drawn,
    alphaFrom: code('four of 15 values from 0.01 to 0.5; the text prints 10'),
    trials: 100,
    trialsFrom: 'printed',
    scales: { smoke: { trials: 25 }, paper: { trials: 100 } },
  })
  return game({
    title: `Success of first-order dynamics over starts by alpha, as ${reading === 'published' ? 'published' : 'the formulas say'}`,
    target: [-0.5, 0.5],
    weights: [0.5, 0.5],
    generator,
    discriminator: { crossing, zeros: 'certified', initial: 'random' },
    dynamics,
    steps,
    more: {
      mirrored,
      metrics: ['mean-error'],
      detectors: ['convergence', 'divergence'],
      every: 3000,
      sweep: { ...sweep, where: { lessOrEqual: ['generator.means[0]', 'generator.means[1]'] } },
    },
    short: {
      ...mapNames,
      rates: ratesReading,
      crossing: {
        path: 'discriminator.crossing',
        description: 'what becomes of an interval whose ends pass each other',
      },
    },
    origins: {
      ...withoutWhere(ofMap),
      'sweep.where.lessOrEqual': code('the first mean is never above the second'),
      'discriminator.initial': ['printed', 'four draws from U(-2, 2), sorted'],
      'discriminator.zeros': assumed('nobody asks for the best discriminator here'),
      'dynamics.generatorRate': code('0.1'),
      'dynamics.discriminatorRate': code('0.1'),
      ...origins,
    },
  })
})

function withoutWhere(origins: Preset['origins']): Preset['origins'] {
  return Object.fromEntries(Object.entries(origins).filter(([path]) => path !== 'sweep.where'))
}
