import type { Preset, SummaryClaim, SweptGroup } from '@ganglion/core'
import { criticOf, movesOf, presetOf } from './game.ts'
import { assumed } from './origins.ts'

const short = assumed('short enough that the full history is kept too')
const watching = assumed('what is compared')

/** A short run at several widths of merging, none among them: there every position is kept for itself. */
export const merging: Readonly<Record<string, Preset>> = {
  merging: presetOf(
    'Shared centroids against the full history, on a short run',
    'exact',
    {
      target: { kind: 'ring', points: 4, radius: 1 },
      generator: { plugin: 'points', points: 4, dimensions: 2 },
      discriminator: criticOf({
        form: 'exact',
        dimensions: 2,
        sigma: 0.5,
        lambda: 0.01,
        capacity: 2400,
      }),
      dynamics: movesOf(0.01),
      metrics: ['wasserstein', 'mmd'],
      detectors: [],
      steps: 300,
      every: 300,
      sweep: {
        cells: {},
        every: 300,
        groups: {
          merging: { values: [0, 0.025, 0.05], set: { 'discriminator.merging': 'merging' } },
        },
        trials: 4,
        statistics: {
          w2: { signal: 'w2', as: 'mean' },
          mmd: { signal: 'mmd', as: 'mean' },
        },
        scales: { smoke: { trials: 2 }, paper: { trials: 20 } },
      },
    },
    {
      'target.kind': 'printed',
      'target.points': 'printed',
      'target.radius': 'printed',
      'discriminator.sigma': assumed('points go ways of about two widths'),
      'discriminator.lambda': 'printed',
      'dynamics.generatorRate': assumed('ten times that of section 7: the same way in fewer steps'),
      'dynamics.discriminatorRate': assumed('as that of the points'),
      metrics: watching,
      detectors: assumed('all steps are played'),
      steps: short,
      every: short,
      'sweep.every': short,
      'sweep.groups.merging.values': assumed('the full history, half the default, the default'),
      'sweep.groups.merging.set.discriminator.merging': watching,
      'sweep.trials': short,
      ...Object.fromEntries(
        ['w2', 'mmd'].flatMap((name) => [
          [`sweep.statistics.${name}.signal`, watching],
          [`sweep.statistics.${name}.as`, watching],
        ]),
      ),
      'sweep.scales.smoke.trials': short,
      'sweep.scales.paper.trials': short,
    },
    { trials: { path: 'sweep.trials', description: 'starts of points' } },
  ),
}

/** The mean of a statistic where so much is merged; NaN for what nobody measured, which refutes. */
function meanOf(swept: readonly SweptGroup[], share: number, name: string): number {
  const entry = swept.find(({ group }) => group['merging'] === share)?.[name]
  return (entry as { readonly mean?: number } | undefined)?.mean ?? NaN
}

/** What may be lost by merging, unit of x; of the discrepancy, no unit. */
const most = 1e-3

/** What sharing centroids costs: the error of every exact result of this paper. */
export const mergingClaims: readonly SummaryClaim[] = [
  {
    kind: 'summary',
    name: 'shared centroids end where the full history does',
    sentence:
      'The discriminator in (5) is the sum of the kernels at all past positions, which nothing ever leaves.',
    where: 'equation 5, section 3',
    reading:
      'our words, not a sentence of the paper: past positions of a point within 0.05 sigma share a weighted centroid (merging); told: by how much W2 and MMD at the end differ from those of the full history, mean over starts, 300 steps of 0.01',
    sweeps: { short: { preset: 'merging' } },
    expects: `both differ by less than ${most}, at half the merging too`,
    judge: ({ short: swept = [] }) => {
      const errors = ['w2', 'mmd'].flatMap((name) =>
        [0.05, 0.025].map((share): readonly [string, number] => [
          `error of ${name} at merging ${share}`,
          Math.abs(meanOf(swept, share, name) - meanOf(swept, 0, name)),
        ]),
      )
      const fault = errors.find(([, error]) => !(error < most))
      return {
        holds: fault === undefined,
        measured: Object.fromEntries(errors),
        ...(fault ? { counterexample: `${fault[0]} is ${fault[1]}` } : {}),
      }
    },
  },
]
