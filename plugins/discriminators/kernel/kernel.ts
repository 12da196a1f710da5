import { square, type Expr, type Position } from '@ganglion/calculus'
import { affine, defineDiscriminator, type SymbolsOf } from '@ganglion/core'
import { ahead } from './ahead.ts'
import { bestHistory } from './best-history.ts'
import { cloudOf, placeOf, product, type Cloud } from './cloud.ts'
import { advance, kept } from './history.ts'
import { kernels, kernelsOf, widths, type KernelSettings, type KernelWord } from './profile.ts'

type History = SymbolsOf<{
  readonly atoms: readonly [1, 1]
  readonly coefficients: readonly [1]
  readonly spreads: readonly [1]
  readonly scale: readonly []
}>

/** The function as it is: scale sum_h coefficient_h K(., atom_h). */
function historyOf(state: History, { kernel }: KernelSettings): Cloud {
  const { atoms, coefficients, spreads, scale } = state
  // Only normal laws are spread: they live on the line, and only the RBF knows them.
  const spread = kernel === 'rbf' && atoms.axes[1].size === 1
  return {
    axis: coefficients.axes[0],
    weight: (h) => scale.times(coefficients(h)),
    place: (h, c) => atoms(h, c),
    variance: spread ? (h: Position): Expr => spreads(h) : null,
  }
}

/**
 * The exact discriminator of a kernel, in function space (becker2022, eqs. 2-6): D(x) = sum_h c_h K(x, a_h), a history of all
 * the places that it was taught at. Positions in the unit of x, in any number of dimensions; on mixtures on the line in
 * closed form, for the RBF.
 */
const kernel = defineDiscriminator({
  name: 'kernel',
  source: 'becker2022, eqs. 2-7 and 28',
  sizes: { capacity: 256, dimensions: 2 },
  options: {
    kernel: {
      choices: kernels,
      description: 'K by u = |x - y| / sigma, or the sum of several; laplacian has a cusp',
    },
    widths: {
      choices: widths,
      description:
        'one: the width sigma; decades: the sum of widths sigma / 10, sigma and 10 sigma; octaves: of sigma / 2, sigma and 2 sigma; half-decades: of five from sigma / 10 to 10 sigma',
    },
    sigma: {
      default: 1,
      min: 1e-6,
      max: 1e6,
      description: 'width of the kernel, in the unit of x',
    },
    lambda: { default: 0.01, min: 0, max: 1e6, description: 'weight of the ridge |D|^2 / 2' },
    merging: {
      default: 0.05,
      min: 0,
      max: 1,
      description:
        'past positions of a point within so many of the least widths of their centroid share an atom; 0 keeps all',
    },
  },
  parameters: () => ({}),
  memory: ({ capacity, dimensions }) => ({
    atoms: [capacity, dimensions],
    coefficients: [capacity],
    spreads: [capacity],
    open: [capacity],
    used: [],
    scale: [],
  }),
  initial: (_, { capacity, dimensions }) => ({
    atoms: filled(capacity * dimensions, 0),
    coefficients: filled(capacity, 0),
    spreads: filled(capacity, 0),
    open: filled(capacity, -1),
    used: 0,
    scale: 1,
  }),
  critic: (x, state, settings) =>
    product(historyOf(state, settings), placeOf(x), state.atoms.axes[1], settings),
  expectation: {
    mixture: (law, f, state, settings) => {
      const cloud = cloudOf(law, law.weights)
      return affine(f)(product(historyOf(state, settings), cloud, state.atoms.axes[1], settings))
    },
  },
  ridge: (state, settings) => {
    const { scale, coefficients } = state
    // The scale stands before the sum, so that a pair is made of numbers of the state alone.
    const f = { ...historyOf(state, settings), weight: (h: Position): Expr => coefficients(h) }
    const squared = square(scale).times(product(f, f, state.atoms.axes[1], settings))
    return settings.lambda.times(squared).over(2)
  },
  best: bestHistory,
  advance,
  grows: {
    size: 'capacity',
    used: 'used',
    sum: {
      places: 'atoms',
      weights: 'coefficients',
      scale: 'scale',
      spreads: 'spreads',
      keeps: (rate, { lambda }) => kept(rate, lambda),
      rough: ({ kernel: word }) => roughness(word),
    },
  },
  ahead: (state, ascent, settings) =>
    ahead(historyOf(state, settings), ascent, state.atoms.axes[1], settings),
})

/** Why a kernel is not smooth where it was taught; null where it is. */
function roughness(word: KernelWord): string | null {
  if (!kernelsOf(word).includes('laplacian')) return null
  const part = word === 'laplacian' ? '' : `, and ${word} with it`
  return `kernel laplacian has a cusp at each place that it was taught${part}: Assumption 1 does not hold, and nothing linearises there`
}

const filled = (count: number, value: number): number[] =>
  Array.from({ length: count }, () => value)

export default kernel

/** A short history: a suite looks at every atom of it. */
export const conformance = { sizes: { capacity: 24 } }
