import type { Preset, RunClaim } from '@ganglion/core'
import { criticOf, movesOf, presetOf, type Form } from './game.ts'
import { assumed } from './origins.ts'

const chosen = assumed('read off section 7: "very small" and "very large"')
const watching = assumed('the figure shows paths; measuring changes none')

/** Rooms for the history of the exact form. */
const rooms = { 0.1: 5000, 0.6: 1000, 10: 60 }

/** Figure 2: paths of four points against a ring of four, by the width of the kernel. */
function figure2(sigma: 0.1 | 0.6 | 10, form: Form): Preset {
  return presetOf(
    `Paths on a ring of four at width ${sigma}`,
    form,
    {
      target: { kind: 'ring', points: 4, radius: 1 },
      generator: { plugin: 'points', points: 4, dimensions: 2 },
      discriminator: criticOf({
        form,
        dimensions: 2,
        sigma,
        lambda: 0.01,
        capacity: rooms[sigma],
      }),
      dynamics: movesOf(1e-3),
      metrics: ['wasserstein', 'modes-covered', 'excess-mass', 'distance-trace'],
      detectors: ['approximate-mode-collapse', 'divergence', 'oscillation'],
      steps: 40_000,
      seed: sigma === 0.6 ? 7 : 1,
      // The payoff of a frame costs the square of the history.
      every: sigma === 0.1 ? 1000 : 100,
    },
    {
      'target.kind': 'printed',
      'target.points': 'printed',
      'target.radius': 'printed',
      'discriminator.sigma': sigma === 0.6 ? 'printed' : chosen,
      'discriminator.lambda': 'printed',
      'dynamics.generatorRate': 'printed',
      'dynamics.discriminatorRate': 'printed',
      metrics: watching,
      detectors: watching,
      steps: 'printed',
      every: watching,
      seed: assumed('chosen so that width 0.6 shows a pair, as the drawn run does'),
    },
  )
}

/** Figure 2 in both forms. */
export const figures2: Readonly<Record<string, Preset>> = Object.fromEntries(
  (['exact', 'features'] as const).flatMap((form) =>
    ([0.1, 0.6, 10] as const).map((sigma) => [`fig2-${sigma}-${form}`, figure2(sigma, form)]),
  ),
)

/** What section 7 says of figure 2. */
export const claims2: readonly RunClaim[] = [
  {
    kind: 'run',
    name: 'at a very small width points wander off',
    preset: 'fig2-0.1-exact',
    sentence:
      'We see a diverging behavior at very small kernel widths, as these generated points are not influenced by the kernels of the true points. Instead they "wander" off.',
    where: 'Figure 2, section 7',
    reading: 'sigma = 0.1; one point in four or more ends beyond 2',
    expects: { final: [{ signal: 'diverged', from: 0.25, to: 1 }] },
  },
  {
    kind: 'run',
    name: 'at width 0.6 two points share a true one',
    preset: 'fig2-0.6-exact',
    sentence:
      'Also, in the example at σ = 0.6, we see an approximate mode collapse where two generated points converge to a single true point.',
    where: 'Figure 2, section 7',
    reading: 'two generated points within 0.5 of the true point that is nearest to both',
    expects: {
      events: ['approximate-mode-collapse'],
      final: [{ signal: 'paired', from: 1, to: 1 }],
    },
  },
  {
    kind: 'run',
    name: 'at a very large width the points never settle',
    preset: 'fig2-10-exact',
    sentence:
      'Finally, at very large kernel widths the discriminator is not able to properly distinguish between distributions, and as a result we see large oscillations.',
    where: 'Figure 2, section 7',
    reading:
      'sigma = 10; after 40 000 steps no true point has kept a generated one within 0.1, and none has diverged',
    expects: {
      final: [
        { signal: 'distance', from: 0.3, to: 3 },
        { signal: 'diverged', from: 0, to: 0.25 },
      ],
    },
  },
]
