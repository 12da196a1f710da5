import type { Origin, Preset, ShortName } from '@ganglion/core'
import { assumed } from './origins.ts'

/** An origin, with its reason where it is our own. */
export type From = Origin | readonly [Origin, string]

/** How the discriminator is computed: in function space, or by random features as the paper did. */
export type Form = 'exact' | 'features'

/** Where values of a configuration that a figure sets itself come from, by path. */
export type Origins = Readonly<Record<string, From>>

/** The discriminator of a figure. */
export interface Critic {
  readonly form: Form
  readonly dimensions: number
  readonly sigma: number
  readonly lambda: number
  /** The sum of kernels a decade narrower and wider beside that of width sigma (equation 28). */
  readonly sum?: boolean
  /** Room for the history of the exact form. */
  readonly capacity: number
}

/** M of the random features: the paper prints none. */
const features = 1000

/** The section `discriminator` of a figure. */
export function criticOf({ form, sum, capacity, ...rest }: Critic): Record<string, unknown> {
  return {
    plugin: form === 'exact' ? 'kernel' : 'features',
    ...(form === 'exact' ? { capacity, merging: 0.05 } : { features, start: 'zero' }),
    kernel: 'rbf',
    widths: sum === true ? 'decades' : 'one',
    ...rest,
  }
}

/** Origins of what `criticOf` writes, but for sigma and lambda. */
export function originsOf(form: Form): Origins {
  const own: Origins =
    form === 'exact'
      ? {
          'discriminator.plugin': 'printed',
          'discriminator.capacity': assumed('room for the history; it moves nothing'),
          'discriminator.merging': assumed(
            'nothing is ever forgotten at these rates: positions of a point within 0.05 sigma share an atom',
          ),
        }
      : {
          'discriminator.plugin': 'printed',
          'discriminator.features': assumed('the paper prints no number, and it moves the curves'),
          'discriminator.start': assumed('the paper prints no start; 0 is no opinion'),
        }
  return {
    ...own,
    'discriminator.kernel': 'printed',
    'discriminator.widths': 'printed',
    'discriminator.dimensions': 'printed',
  }
}

/** Short names of the settings of a form. */
export function shortOf(form: Form): Readonly<Record<string, ShortName>> {
  const sigma = { path: 'discriminator.sigma', description: 'width of the kernel' }
  const own: Readonly<Record<string, ShortName>> =
    form === 'exact'
      ? {
          capacity: { path: 'discriminator.capacity', description: 'atoms that the history holds' },
          merging: {
            path: 'discriminator.merging',
            description: 'widths within which past positions of a point share an atom',
          },
        }
      : {
          features: { path: 'discriminator.features', description: 'M, random Fourier features' },
          start: {
            path: 'discriminator.start',
            description: 'theta at the start: zero, or normal',
          },
        }
  return { sigma, ...own, order: orderReading }
}

/** Which discriminator the points follow: that of before their step (equation 9), or the new one (11b). */
const orderReading: ShortName = {
  path: 'dynamics.plugin',
  description: 'order of the moves: simultaneous (equation 9), or alternating (equation 11b)',
}

/** Steps of both players. */
export const movesOf = (rate: number): Record<string, unknown> => ({
  plugin: 'simultaneous',
  generatorRate: rate,
  discriminatorRate: rate,
})

/** Origins that all figures share: the game of equations 3, 5, 8 and 9. */
export const shared: Origins = {
  'generator.plugin': 'printed',
  'generator.points': 'printed',
  'generator.dimensions': 'printed',
  'dynamics.plugin': 'printed',
  objective: 'printed',
  optimizer: 'printed',
  seed: assumed('any seed will do'),
}

/** A preset: a title, its game over what all games share, and where each value comes from. */
export function presetOf(
  title: string,
  form: Form,
  config: Readonly<Record<string, unknown>>,
  origins: Origins,
  short: Preset['short'] = {},
): Preset {
  return {
    title: `${title}, ${form === 'exact' ? 'exact kernel' : 'random Fourier features'}`,
    config: { objective: 'mean-difference', optimizer: 'sgd', seed: 1, ...config },
    origins: { ...shared, ...originsOf(form), ...origins },
    short: { ...shortOf(form), ...short },
  }
}
