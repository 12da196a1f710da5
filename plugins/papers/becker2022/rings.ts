import type { Preset } from '@ganglion/core'
import { criticOf, movesOf, presetOf } from './game.ts'
import { assumed } from './origins.ts'

const apart = assumed(
  'the theorem speaks of a region: another true point, 40 widths away, holds the rest of the mass',
)
const close = assumed('close to the ring, and not on it: what it does there is the question')
const watching = assumed('measuring changes nothing')

/** Close to the ring of so many points. */
const starts = {
  2: [
    [0.6, 0.02],
    [-0.57, 0.01],
  ],
  3: [
    [0.72, 0.02],
    [-0.36, 0.61],
    [-0.35, -0.63],
  ],
} as const

/** Theorem 2: all generated mass about a true point that has three fifths of the mass. */
function ring(points: 2 | 3): Preset {
  return presetOf(
    `Theorem 2: ${points === 2 ? 'two' : 'three'} points of too much mass about a true point`,
    'exact',
    {
      target: {
        kind: 'points',
        positions: [
          [0, 0],
          [40, 0],
        ],
        masses: [0.6, 0.4],
      },
      generator: { plugin: 'points', points, dimensions: 2, positions: starts[points] },
      discriminator: criticOf({
        form: 'exact',
        dimensions: 2,
        sigma: 1,
        lambda: 1,
        capacity: 400,
      }),
      dynamics: movesOf(0.1),
      metrics: ['wasserstein', 'excess-mass'],
      detectors: ['approximate-mode-collapse', 'divergence'],
      steps: 2000,
      every: 10,
    },
    {
      'target.kind': 'printed',
      'target.positions': apart,
      'target.masses': apart,
      'generator.positions': close,
      'discriminator.sigma': assumed('the unit of length: radii grow with it'),
      'discriminator.lambda': assumed(
        'above the critical one, which `analyse --critical lambda` finds',
      ),
      'dynamics.generatorRate': assumed(
        'small: halving it moves the critical lambda by a few hundredths',
      ),
      'dynamics.discriminatorRate': assumed('that of the generator'),
      metrics: watching,
      detectors: watching,
      steps: assumed('enough to come to rest'),
      every: watching,
      seed: assumed('the exact kernel draws nothing'),
    },
    {
      lambda: {
        path: 'discriminator.lambda',
        description: 'ridge: what the discriminator forgets',
      },
      rate: { path: 'dynamics.discriminatorRate', description: 'step size of the discriminator' },
    },
  )
}

/** The rings of theorem 2. */
export const rings: Readonly<Record<string, Preset>> = {
  'ring2-exact': ring(2),
  'ring3-exact': ring(3),
}
