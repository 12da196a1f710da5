import type { Preset } from '@ganglion/core'
import { criticOf, movesOf, presetOf, type Form, type Origins } from './game.ts'
import { assumed } from './origins.ts'

const widths = [0.05, 0.1, 0.2, 0.3, 0.6, 1, 2, 5, 10]

/** Room for the history of a point by width: twice what an independent program needed, and more for wide ones. */
const capacity = '600 / sigma + 20'

const statistics = {
  w2Ratio: { signal: 'w2Ratio', as: 'median' },
  w2SquaredRatio: { signal: 'w2SquaredRatio', as: 'median' },
  diverged: { signal: 'diverged', as: 'mean' },
  paired: { signal: 'paired', as: 'share' },
}

const watching = assumed('what figure 3 draws, and how often two points share a true one')
const drawn = assumed('read off the axis, where the widths stand')

/** Targets of figure 3 by dimension: a ring of four, or ten points on a sphere, others for each trial. */
const targets = {
  2: { kind: 'ring', points: 4, radius: 1 },
  10: { kind: 'sphere', points: 10, dimensions: 10, radius: 1, draw: 'member' },
}

function figure3(dimensions: 2 | 10, form: Form): Preset {
  const target = targets[dimensions]
  const exact = form === 'exact'
  const smoke = exact
    ? { trials: dimensions === 2 ? 6 : 4, sigmas: dimensions === 2 ? [0.3, 1, 10] : [1, 10] }
    : {
        trials: dimensions === 2 ? 8 : 4,
        sigmas: dimensions === 2 ? [0.3, 1, 10] : [0.05, 0.2, 1],
        features: 100,
      }
  const set = {
    'discriminator.sigma': 'sigma',
    ...(exact ? { 'discriminator.capacity': capacity } : {}),
  }
  const origins: Origins = {
    ...Object.fromEntries(Object.keys(target).map((name) => [`target.${name}`, 'printed'])),
    'discriminator.sigma': drawn,
    'discriminator.lambda': 'printed',
    'dynamics.generatorRate': 'printed',
    'dynamics.discriminatorRate': 'printed',
    metrics: watching,
    detectors: assumed('all 40 000 steps are played'),
    steps: 'printed',
    every: assumed('what one wants to watch'),
    'sweep.every': assumed('the first and the last frame tell all'),
    'sweep.groups.sigma.values': drawn,
    'sweep.groups.sigma.set.discriminator.sigma': 'printed',
    ...(exact
      ? { 'sweep.groups.sigma.set.discriminator.capacity': assumed('room for the history') }
      : {}),
    'sweep.trials': 'printed',
    ...Object.fromEntries(
      Object.entries(statistics).flatMap(([name, statistic]) =>
        Object.keys(statistic).map((key) => [`sweep.statistics.${name}.${key}`, watching]),
      ),
    ),
    ...Object.fromEntries(
      Object.keys(smoke).map((name) => [
        `sweep.scales.smoke.${name}`,
        assumed('what seconds allow'),
      ]),
    ),
    'sweep.scales.paper.trials': 'printed',
  }
  return presetOf(
    dimensions === 2
      ? 'Widths against a ring of four'
      : 'Widths against ten points in ten dimensions',
    form,
    {
      target,
      generator: { plugin: 'points', points: target.points, dimensions },
      discriminator: criticOf({ form, dimensions, sigma: 1, lambda: 0.01, capacity: 620 }),
      dynamics: movesOf(1e-3),
      metrics: ['wasserstein', 'modes-covered'],
      detectors: [],
      steps: 40_000,
      every: 400,
      sweep: {
        cells: {},
        every: 40_000,
        groups: { sigma: { values: widths, set } },
        trials: 100,
        statistics,
        scales: { smoke, paper: { trials: 100 } },
      },
    },
    origins,
    {
      trials: { path: 'sweep.trials', description: 'starts a width' },
      sigmas: { path: 'sweep.groups.sigma.values', description: 'widths of the kernel' },
    },
  )
}

/** Figure 3 in two and ten dimensions, in both forms. */
export const figures3: Readonly<Record<string, Preset>> = Object.fromEntries(
  ([2, 10] as const).flatMap((dimensions) =>
    (['features', 'exact'] as const).map((form) => [
      `fig3-d${dimensions}-${form}`,
      figure3(dimensions, form),
    ]),
  ),
)
