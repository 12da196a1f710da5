import type { FinalValue, Preset, RunClaim } from '@ganglion/core'
import { criticOf, movesOf, presetOf, type Form } from './game.ts'
import { assumed } from './origins.ts'

const places = [
  [-2, 2],
  [2, 2],
  [-2, -2],
  [2, -2],
] as const

const starts = [
  [-1.8, 2.1],
  [2.1, 2.15],
  [1.85, 2.1],
  [2.05, 1.8],
  [-2.2, -1.9],
  [-1.85, -2.1],
  [2.2, -2.1],
  [3.2, 2.9],
]

const start = assumed('the figure is a sketch: no number is printed but the masses 1/8')
const strong = assumed(
  'above the critical lambda of the ring in V_2, and below the one from which on no point escapes',
)

/** Figure 1: regions with no, a negative and a positive excess of true mass, and a point outside all of them. */
function figure1(form: Form): Preset {
  return presetOf(
    'The isolated points model: four true points, eight generated',
    form,
    {
      target: { kind: 'points', positions: places, masses: [0.125, 0.25, 0.375, 0.25] },
      generator: {
        plugin: 'points',
        points: 8,
        dimensions: 2,
        positions: starts,
        masses: starts.map(() => 0.125),
      },
      discriminator: criticOf({ form, dimensions: 2, sigma: 0.3, lambda: 0.25, capacity: 1400 }),
      dynamics: movesOf(0.1),
      metrics: ['excess-mass', 'modes-covered', 'wasserstein'],
      detectors: ['approximate-mode-collapse', 'divergence'],
      steps: 5000,
      every: 20,
    },
    {
      'target.kind': 'printed',
      'target.positions': start,
      'target.masses': start,
      'generator.positions': start,
      'generator.masses': 'printed',
      'discriminator.sigma': start,
      'discriminator.lambda': strong,
      'dynamics.generatorRate': assumed('a fortieth of what is known is forgotten a step'),
      'dynamics.discriminatorRate': assumed('that of the generator, as in section 7'),
      metrics: assumed('Delta_i of each region, and the distance of both laws'),
      detectors: assumed('what the caption speaks of'),
      steps: assumed('long enough for every region to settle, and for an escape to be told'),
      every: assumed('watching changes nothing'),
    },
  )
}

/** Figure 1 in both forms. */
export const figures1: Readonly<Record<string, Preset>> = {
  'fig1-exact': figure1('exact'),
  'fig1-features': figure1('features'),
}

/** A generated point within so much of a true one. */
const near = (point: number, place: number, within: number): readonly FinalValue[] =>
  places[place]!.map((value, c) => ({
    signal: 'generator.positions',
    cell: 2 * point + c,
    from: value - within,
    to: value + within,
  }))

const where = 'Figure 1, caption'

/** What the caption of figure 1 says. */
export const claims1: readonly RunClaim[] = [
  {
    kind: 'run',
    name: 'without too much generated mass the points of a region converge to the true one',
    preset: 'fig1-exact',
    sentence:
      'In V_1 and V_3, the excess point mass is non-negative (Δ_i ≥ 0) and the generated points converge to the true point.',
    where,
    reading: 'Delta_1 = 0 with one point, Delta_3 = 1/8 with two; within 0.01, width 0.3',
    expects: { final: [...near(0, 0, 0.01), ...near(4, 2, 0.01), ...near(5, 2, 0.01)] },
  },
  {
    kind: 'run',
    name: 'with too much of it they stay around it',
    preset: 'fig1-exact',
    sentence:
      'In V_2, the excess point mass Δ_4 < 0 and the generated points converge to a stable equilibrium around the true point analogous of mode collapse.',
    where,
    reading:
      'Delta_4 is a slip for Delta_2, here -1/8 (one eighth less for a point that left it); within two widths of the true point, and far from one another',
    expects: {
      events: ['approximate-mode-collapse'],
      final: [
        ...[1, 2, 3].flatMap((point) => near(point, 1, 0.6)),
        { signal: 'paired', from: 1, to: 1 },
      ],
    },
  },
  {
    kind: 'run',
    name: 'a point outside all regions goes on and on',
    preset: 'fig1-exact',
    sentence:
      'Finally, a point outside all four isolated regions may diverge to ∞ in a linear velocity.',
    where,
    reading:
      'the last point, which starts beyond V_2, is farther than 8 in one direction, and growth without end is told',
    expects: {
      events: ['divergence'],
      final: [{ signal: 'generator.positions', cell: 14, from: 8, to: 100 }],
    },
  },
]
