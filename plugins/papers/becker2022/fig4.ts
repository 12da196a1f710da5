import type { Preset, RunClaim } from '@ganglion/core'
import { criticOf, movesOf, presetOf, type Form } from './game.ts'
import { assumed } from './origins.ts'

const ofSection7 = assumed('that of section 7: figure 4 prints none')
const watching = assumed('measuring changes nothing')

/** Figure 4: one true and one generated point, ten apart, against one width or the sum of three. */
function figure4(sigma: 0.1 | 1 | 10 | 'sum', form: Form): Preset {
  const sum = sigma === 'sum'
  return presetOf(
    sum ? 'One point against the sum of three widths' : `One point against width ${sigma}`,
    form,
    {
      target: { kind: 'points', positions: [[10, 0]], masses: [1] },
      generator: { plugin: 'points', points: 1, dimensions: 2, positions: [[0, 0]], masses: [1] },
      discriminator: criticOf({
        form,
        dimensions: 2,
        sigma: sum ? 1 : sigma,
        lambda: 0.01,
        sum,
        // Positions a tenth of the least width apart, over the way to the target and beyond.
        capacity: sum ? 1200 : sigma === 1 ? 300 : 60,
      }),
      dynamics: movesOf(1e-3),
      metrics: ['distance-trace', 'wasserstein'],
      detectors: ['convergence'],
      steps: 20_000,
      // The payoff of a frame costs the square of the history.
      every: sum ? 50 : 10,
    },
    {
      'target.kind': 'printed',
      'target.positions': 'printed',
      'target.masses': 'printed',
      'generator.positions': 'printed',
      'generator.masses': 'printed',
      'generator.dimensions': assumed('two; the path is a line in any number of dimensions'),
      'discriminator.dimensions': assumed('those of the points'),
      'discriminator.sigma': 'printed',
      'discriminator.lambda': ofSection7,
      'dynamics.generatorRate': ofSection7,
      'dynamics.discriminatorRate': ofSection7,
      metrics: watching,
      detectors: watching,
      steps: assumed('enough for the sum and width 1 to arrive'),
      every: assumed('what one wants to watch; arrival is dated to the step'),
      seed: assumed('draws the features; the exact kernel draws nothing'),
    },
  )
}

const widths = ['sum', 0.1, 1, 10] as const

/** Figure 4 in both forms. */
export const figures4: Readonly<Record<string, Preset>> = Object.fromEntries(
  (['exact', 'features'] as const).flatMap((form) =>
    widths.map((sigma) => [`fig4-${sigma}-${form}`, figure4(sigma, form)]),
  ),
)

const caption = 'Figure 4, section 8'
const reading = 'arrived: within 0.1 of the true point; eta = 1e-3, lambda = 0.01, 20 000 steps'
const never: { signal: string; from: number; to: number } = {
  signal: 'distance',
  from: 9.99,
  to: 10.01,
}

/** What section 8 says of figure 4. */
export const claims4: readonly RunClaim[] = [
  {
    kind: 'run',
    name: 'the sum of three widths arrives first, and stays',
    preset: 'fig4-sum-exact',
    sentence:
      'In contrast, the concatenated kernel is able to get fast convergence in both the initial and later stages.',
    where: caption,
    reading: `${reading}; an independent program: at step 5977, for good`,
    expects: {
      final: [
        { signal: 'firstWithin', from: 5900, to: 6060 },
        { signal: 'withinSince', from: 5900, to: 6060 },
        { signal: 'distance', from: 0, to: 0.01 },
      ],
    },
  },
  {
    kind: 'run',
    name: 'the narrowest width alone never moves the point',
    preset: 'fig4-0.1-exact',
    sentence: 'As expected, the very low width kernel (σ = 0.1) fails to converge',
    where: caption,
    reading,
    expects: { final: [never] },
  },
  {
    kind: 'run',
    name: 'width 1 alone arrives late',
    preset: 'fig4-1-exact',
    sentence: 'while the wide width kernels (σ = 1, 10) converge slowly.',
    where: caption,
    reading: `${reading}; an independent program: at step 16 081; told: later than twice the sum`,
    expects: { final: [{ signal: 'firstWithin', from: 12_200, to: 20_000 }] },
  },
  {
    kind: 'run',
    name: 'width 10 alone arrives late, and passes by',
    preset: 'fig4-10-exact',
    sentence: 'while the wide width kernels (σ = 1, 10) converge slowly.',
    where: caption,
    reading: `${reading}; an independent program: at step 17 764, and on to the other side`,
    expects: {
      final: [
        { signal: 'firstWithin', from: 17_700, to: 17_840 },
        { signal: 'distance', from: 0.1, to: 3 },
      ],
    },
  },
]
