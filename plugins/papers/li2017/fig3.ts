import type { Origin, Preset } from '@ganglion/core'
import { assumed, shared } from './origins.ts'
import { crossingReading, orderReading, scaleReading } from './readings.ts'

const success = {
  l1: { signal: 'l1', below: 0.1 },
  // The total variation below 0.1: it is half of L1.
  tv: { signal: 'l1', below: 0.2 },
  means: { signal: 'mean-distance', below: 0.1 },
}

const first = 'generator.means[0]'
const second = 'generator.means[1]'

const section = {
  cells: { generator: { means: { from: -1, to: 1, count: 41 } } },
  success,
  // An interval that has died has 0 in `alive`: none is left where the largest is 0.
  shares: { bothCollapsed: { signal: 'discriminator.alive', below: 0.5 } },
  regions: {
    offDiagonal: { unequal: [first, second] },
    diagonal: { equal: [first, second] },
  },
}

const short = {
  grid: {
    path: 'sweep.cells.generator.means.count',
    description: 'points a side of the grid of means',
  },
  trials: { path: 'sweep.trials', description: 'random discriminators a cell' },
  success: { path: 'sweep.success', description: 'what counts as a success, by name' },
  crossing: crossingReading,
  scale: scaleReading,
}

const notPrinted = assumed('the paper says a grid over [-1, 1], not how fine')
const criterion = assumed('a generator collapsed at 0 has TV 0.058 and counts as failed')
const watching = assumed('the paper shows the rate of success only')
const naming = assumed('the diagonal is where both means are equal')

interface Method {
  readonly title: string
  readonly dynamics: Readonly<Record<string, unknown>>
  /** Origins of the options of the dynamics; its plugin is printed. */
  readonly origins: Readonly<Record<string, Origin | readonly [Origin, string]>>
  readonly trials: number
}

/** A method on the grid of Figure 3: 3000 steps of 0.3 from every pair of means, against random intervals. */
function figure3({ title, dynamics, origins, trials }: Method): Preset {
  const scales = { smoke: { grid: 9, trials: Math.min(trials, 12) }, paper: { grid: 41, trials } }
  return {
    title,
    short: dynamics['plugin'] === 'simultaneous' ? { ...short, order: orderReading } : short,
    config: {
      target: { kind: 'mixture', means: [-0.5, 0.5], weights: [0.5, 0.5], deviation: 1 },
      generator: { plugin: 'mixture', components: 2, weights: [0.5, 0.5], deviation: 1 },
      discriminator: {
        plugin: 'interval',
        intervals: 2,
        crossing: 'absorb',
        initial: 'random',
      },
      dynamics: { generatorRate: 0.3, ...dynamics },
      objective: 'mean-difference',
      optimizer: 'sgd',
      metrics: ['l1', 'mean-distance'],
      detectors: ['convergence', 'mode-collapse', 'divergence', 'discriminator-collapse', 'stall'],
      steps: 3000,
      every: 1500,
      seed: 1,
      sweep: { ...section, trials, scales },
    },
    origins: {
      ...shared,
      'target.means': assumed('those of Figure 1'),
      'discriminator.initial': assumed('printed as random; four draws from [-2, 2], sorted'),
      'dynamics.generatorRate': 'printed',
      ...origins,
      metrics: watching,
      detectors: watching,
      steps: 'printed',
      every: watching,
      seed: assumed('any seed will do'),
      'sweep.cells.generator.means.from': 'printed',
      'sweep.cells.generator.means.to': 'printed',
      'sweep.cells.generator.means.count': notPrinted,
      'sweep.success.l1.signal': criterion,
      'sweep.success.l1.below': 'printed',
      'sweep.success.tv.signal': criterion,
      'sweep.success.tv.below': criterion,
      'sweep.success.means.signal': criterion,
      'sweep.success.means.below': criterion,
      'sweep.shares.bothCollapsed.signal': watching,
      'sweep.shares.bothCollapsed.below': watching,
      'sweep.regions.offDiagonal.unequal': naming,
      'sweep.regions.diagonal.equal': naming,
      'sweep.trials':
        trials === 1 ? assumed('no discriminator but the best ever moves it') : 'printed',
      'sweep.scales.smoke.grid': assumed('as fine as seconds allow'),
      'sweep.scales.smoke.trials': assumed('as many as seconds allow'),
      'sweep.scales.paper.grid': notPrinted,
      'sweep.scales.paper.trials':
        trials === 1 ? assumed('no discriminator but the best ever moves it') : 'printed',
    },
  }
}

const both = { 'dynamics.discriminatorRate': 'printed' } as const

/** More steps of the discriminator for each of the generator (li2018): it moves first. */
const steps = (k: number): Preset =>
  figure3({
    title: `Regular dynamics, the discriminator takes ${k} steps`,
    dynamics: {
      plugin: 'alternating',
      discriminatorRate: 0.3,
      discriminatorSteps: k,
      first: 'discriminator',
    },
    origins: {
      ...both,
      'dynamics.discriminatorSteps': assumed('li2018 says "many more"; these are three'),
      'dynamics.first': assumed('the discriminator answers before the generator moves'),
    },
    trials: 120,
  })

/** Figure 3: rates of success over the grid of starts, for three methods; and for more steps of the discriminator. */
export const figures3: Readonly<Record<string, Preset>> = {
  'fig3-regular': figure3({
    title: 'Success over starts, regular dynamics',
    dynamics: { plugin: 'simultaneous', discriminatorRate: 0.3 },
    origins: both,
    trials: 120,
  }),
  'fig3-unrolled': figure3({
    title: 'Success over starts, unrolled by 5',
    dynamics: { plugin: 'unrolled', discriminatorRate: 0.3, steps: 5 },
    origins: { ...both, 'dynamics.steps': 'printed' },
    trials: 120,
  }),
  'fig3-best': figure3({
    title: 'Success over starts, optimal discriminator',
    dynamics: { plugin: 'best-response' },
    origins: {},
    trials: 1,
  }),
  'fig3-k5': steps(5),
  'fig3-k20': steps(20),
  'fig3-k100': steps(100),
}
