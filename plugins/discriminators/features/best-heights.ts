import type { MeasureValues, Values } from '@ganglion/core'
import { cos, exp } from '@ganglion/numerics'
import { heightOf, type SumWords } from './draw-features.ts'

/** What the best answer needs to know of the settings. */
export interface BestSettings extends SumWords {
  readonly features: number
  readonly dimensions: number
  readonly sigma: number
  readonly lambda: number
}

/**
 * The converged discriminator: theta = (E_target a - E_generated a) / lambda maximises E_target D - E_generated D -
 * lambda |theta|^2 / 2 (becker2022, eq. 5 at rest). Throws where lambda is 0: there is none.
 */
export function bestHeights(
  target: MeasureValues,
  generated: MeasureValues,
  state: Values,
  { features, dimensions, kernel, widths, sigma, lambda }: BestSettings,
): Values {
  if (!(lambda > 0))
    throw new Error(
      `the best answer of features needs a ridge: expected lambda above 0, got ${lambda}; without one theta grows for ever`,
    )
  const height = heightOf(features, { kernel, widths })
  const theta = state['phase']!.map((phase, m) => {
    const frequency = state['frequency']!.slice(m * dimensions, (m + 1) * dimensions)
    const wave = frequency.map((w) => w / sigma)
    return (
      (height * (meanCosine(target, wave, phase) - meanCosine(generated, wave, phase))) / lambda
    )
  })
  return { theta }
}

/** E cos(w . x + b) under a law. */
function meanCosine(law: MeasureValues, wave: readonly number[], phase: number): number {
  if (law.kind === 'points')
    return law.masses.reduce((sum, mass, k) => {
      const angle = law.positions[k]!.reduce((dot, x, c) => dot + x * wave[c]!, 0)
      return sum + mass * cos(angle + phase)
    }, 0)
  const [w] = wave
  const damped = w! * law.deviation
  const mean = law.means.reduce((sum, mu, j) => sum + law.weights[j]! * cos(w! * mu + phase), 0)
  return exp((damped * damped) / -2) * mean
}
