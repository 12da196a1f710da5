import type { Preset, ShortName } from '@ganglion/core'
import { assumed, code, type Origins } from './origins.ts'
import { doublyNormalised, rate } from './rates.ts'

/** A figure as its formulas say, or as the program played that drew it. */
export type Reading = 'textbook' | 'published'

/** The two readings of a figure, by the names of their presets. */
export function readings(
  figure: string,
  of: (reading: Reading) => Preset,
): Readonly<Record<string, Preset>> {
  return { [`${figure}-textbook`]: of('textbook'), [`${figure}-published`]: of('published') }
}

const nowhere = assumed('the best discriminator never looks where it began')

/** The best discriminator of a reading: certified zeros and the printed step, or the search and the step of the program. */
export function bestDiscriminator(reading: Reading): {
  readonly discriminator: Readonly<Record<string, unknown>>
  readonly dynamics: Readonly<Record<string, unknown>>
  readonly origins: Origins
} {
  const published = reading === 'published'
  return {
    discriminator: {
      left: [-1, 0.5],
      right: [-0.5, 1],
      crossing: 'absorb',
      zeros: published ? 'bracketed' : 'certified',
    },
    dynamics: {
      plugin: 'best-response',
      generatorRate: published ? doublyNormalised : rate,
    },
    origins: {
      'discriminator.left': nowhere,
      'discriminator.right': nowhere,
      'discriminator.crossing': assumed('the ends of the best intervals never cross'),
      'discriminator.zeros': published
        ? code('one zero for each change of sign between neighbouring means, and 10 beyond them')
        : ['printed', 'the maximum over all intervals'],
      'dynamics.generatorRate': published
        ? code('0.1, and the gradient carries 1 / sqrt(2 pi) twice')
        : assumed('printed for no figure; 0.1 in the program'),
    },
  }
}

/** Which zeros of the difference of densities the best discriminator knows. */
export const zerosReading: ShortName = {
  path: 'discriminator.zeros',
  description: 'zeros that the best discriminator finds: certified (all), or bracketed',
}

/** Plain or altered learning rates. */
export const ratesReading: ShortName = {
  path: 'geometry',
  description: 'learning rates: coordinate (plain), or mass (altered: divided by the weights)',
}
