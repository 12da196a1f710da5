import type { Preset, ShortName } from '@ganglion/core'
import { assumed, code, watching, type Origins } from './origins.ts'
import { rate } from './rates.ts'
import type { Reading } from './readings.ts'

const first = 'generator.means[0]'
const second = 'generator.means[1]'

/** Success: each mean within 0.1 of its own, in order. */
export const success = { means: { signal: 'mean-error', below: 0.1 } }

/** Parts of a grid of starts: by the order of the means, and by where the first stands (its optimum is -0.5, the other's 0.5). */
export const regions = {
  ordered: { less: [first, second] },
  reversed: { less: [second, first] },
  diagonal: { equal: [first, second] },
  // Of ordered starts only, as the rest of the report means it.
  'both-above': { less: [0.5, first], lessOrEqual: [first, second] },
  'first-below': { less: [first, -0.5], lessOrEqual: [first, second] },
  'first-above': { less: [-0.5, first], lessOrEqual: [first, second] },
  'second-above': { less: [first, 0.5], lessOrEqual: [0.5, second] },
}

/** Weights that follow the axis alpha: on both sides the same. */
export const weightsOfAlpha = {
  'target.weights': ['alpha', '1 - alpha'],
  'generator.weights': ['alpha', '1 - alpha'],
}

/** Short names of a heat map over starts. */
export const mapNames: Readonly<Record<string, ShortName>> = {
  grid: {
    path: 'sweep.cells.generator.means.count',
    description: 'points a side of the grid of means',
  },
  starts: {
    path: 'sweep.where',
    description: 'which starts are played: all, ordered, or another region by name',
  },
  trials: { path: 'sweep.trials', description: 'random discriminators a cell' },
  alpha: {
    path: 'sweep.groups.alpha.values',
    description: 'values of alpha: a list, or { from, to, count, spacing }',
  },
}

const naming = assumed('names of parts of the grid')
const seconds = assumed('as fine as seconds allow')

/** A section over starts in [-1, 1]^2 and alpha, with the origins of what it always has. */
export function mapOf(
  reading: Reading,
  given: {
    readonly alpha: readonly number[] | Readonly<Record<string, unknown>>
    readonly alphaFrom: Preset['origins'][string]
    readonly trials: number
    readonly trialsFrom: Preset['origins'][string]
    readonly scales: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  },
): { readonly sweep: Readonly<Record<string, unknown>>; readonly origins: Origins } {
  const { alpha, alphaFrom, trials, trialsFrom, scales } = given
  const published = reading === 'published'
  const values = 'sweep.groups.alpha.values'
  return {
    sweep: {
      cells: { generator: { means: { from: -1, to: 1, count: 10 } } },
      groups: { alpha: { values: alpha, set: weightsOfAlpha } },
      where: published ? { lessOrEqual: [first, second] } : 'all',
      trials,
      success,
      regions,
      scales,
    },
    origins: {
      'target.means': assumed('printed for Figures 5 and 10 only: -0.5 and 0.5'),
      'target.weights': 'printed',
      'generator.weights': 'printed',
      'sweep.cells.generator.means.from': 'printed',
      'sweep.cells.generator.means.to': 'printed',
      'sweep.cells.generator.means.count': [
        'printed',
        '450 tests of 10 values of alpha are 45 pairs, those of 10 points in order',
      ],
      ...(Array.isArray(alpha)
        ? { [values]: alphaFrom }
        : Object.fromEntries(Object.keys(alpha).map((key) => [`${values}.${key}`, alphaFrom]))),
      'sweep.groups.alpha.set.target.weights': 'printed',
      'sweep.groups.alpha.set.generator.weights': ['printed', 'alpha is known'],
      ...(published
        ? { 'sweep.where.lessOrEqual': code('the first mean is never above the second') }
        : { 'sweep.where': assumed('every start, so that the wrong order is seen too') }),
      'sweep.trials': trialsFrom,
      'sweep.success.means.signal': code('both means, each against its own'),
      'sweep.success.means.below': code('0.1'),
      ...Object.fromEntries(
        Object.entries(regions).flatMap(([name, region]) =>
          Object.keys(region).map((word) => [`sweep.regions.${name}.${word}`, naming]),
        ),
      ),
      ...Object.fromEntries(
        Object.entries(scales).flatMap(([scale, settings]) =>
          Object.keys(settings).map((key) => [`sweep.scales.${scale}.${key}`, seconds]),
        ),
      ),
      every: watching,
      steps: code('3000 points'),
      'dynamics.generatorRate': assumed(`printed for no figure; ${rate} in the program`),
    },
  }
}
