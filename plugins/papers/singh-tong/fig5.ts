import type { Preset } from '@ganglion/core'
import { game } from './game.ts'
import { success, weightsOfAlpha } from './heat-maps.ts'
import { assumed, code, watching, type Origins } from './origins.ts'
import { doublyNormalised } from './rates.ts'
import { bestDiscriminator, ratesReading, readings, zerosReading } from './readings.ts'

/** Twenty draws of two numbers from [-3, 3], in order: those of the program are lost, and the same for each alpha. */
const starts = [
  [-2.22, 2.72],
  [0.59, 1.72],
  [-2.48, 2.86],
  [-2.71, -1.67],
  [-2.97, 0.15],
  [1.39, 2.49],
  [-2.75, 1.45],
  [0.23, 2.59],
  [0.25, 2.79],
  [-1.1, 1.63],
  [-1.88, 2.07],
  [-2.57, 1.85],
  [-0.24, 2.85],
  [1.39, 2.68],
  [-0.31, 2.6],
  [-1.14, 0.32],
  [-2.31, 1.17],
  [0.9, 1.74],
  [1.33, 2.38],
  [-1.29, 1.69],
]

const inner: Preset['origins'][string] = [
  'assumed',
  'the inner eight of linspace(0, 1, 10): at its ends there is one component, and a rate divided by 0',
]

/** The inner values of linspace(0, 1, 10), and one half of them. */
const all = { from: 1 / 9, to: 8 / 9, count: 8 }
const few = { from: 1 / 9, to: 4 / 9, count: 4 }
const half = assumed('as many as seconds allow; 1 - alpha is the same game seen in a mirror')

const origins: Origins = {
  'target.means': 'printed',
  'target.weights': 'printed',
  'generator.weights': 'printed',
  steps: assumed('most starts arrive; those that do not are told as censored'),
  every: watching,
  'sweep.cells.generator.means': code(
    '20 draws from [-3, 3], sorted; theirs are lost, these are others',
  ),
  'sweep.groups.alpha.values.from': inner,
  'sweep.groups.alpha.values.to': inner,
  'sweep.groups.alpha.values.count': inner,
  'sweep.groups.alpha.set.target.weights': 'printed',
  'sweep.groups.alpha.set.generator.weights': ['printed', 'alpha is known'],
  'sweep.trials': assumed('no start of the discriminator ever moves the best one'),
  'sweep.success.means.signal': code('both means, each against its own'),
  'sweep.success.means.below': code('0.1'),
  'sweep.times.arrival.signal': code('the Euclidean length of the error'),
  'sweep.times.arrival.below': 'printed',
  'sweep.regions.ordered.less': assumed('a name for all starts'),
  'sweep.scales.smoke.alpha.from': half,
  'sweep.scales.smoke.alpha.to': half,
  'sweep.scales.smoke.alpha.count': half,
  'sweep.scales.paper.alpha.from': inner,
  'sweep.scales.paper.alpha.to': inner,
  'sweep.scales.paper.alpha.count': inner,
}

/** Figure 5: steps until the means are within 0.01 of their optimum, over alpha. */
export const figures5: Readonly<Record<string, Preset>> = readings('fig5', (reading) => {
  const published = reading === 'published'
  const { discriminator, dynamics, origins: ofBest } = bestDiscriminator(reading)
  return game({
    title: `Steps to the optimum over alpha, altered rates, as ${published ? 'published' : 'the formulas say'}`,
    target: [-0.5, 0.5],
    weights: [0.5, 0.5],
    discriminator,
    dynamics: published ? { ...dynamics, generatorRate: 2 * doublyNormalised } : dynamics,
    steps: 2000,
    more: {
      geometry: 'mass',
      metrics: ['mean-error'],
      detectors: ['divergence'],
      every: 1,
      sweep: {
        cells: { generator: { means: starts } },
        groups: { alpha: { values: all, set: weightsOfAlpha } },
        trials: 1,
        success,
        times: { arrival: { signal: 'mean-error-length', below: 0.01 } },
        regions: { ordered: { less: ['generator.means[0]', 'generator.means[1]'] } },
        scales: { smoke: { alpha: few }, paper: { alpha: all } },
      },
    },
    short: {
      step: { path: 'dynamics.generatorRate', description: 'step size of the generator' },
      alpha: {
        path: 'sweep.groups.alpha.values',
        description: 'values of alpha: a list, or { from, to, count, spacing }',
      },
      zeros: zerosReading,
      rates: ratesReading,
    },
    origins: {
      ...ofBest,
      ...(published
        ? {
            'dynamics.generatorRate': code(
              '0.2 in the version nearest to the figure, and the gradient carries 1 / sqrt(2 pi) twice',
            ),
          }
        : {}),
      ...origins,
    },
  })
})
