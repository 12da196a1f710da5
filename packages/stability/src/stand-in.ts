import { num, tensor, type Axis, type Expr, type Mat, type Vec } from '@ganglion/calculus'
import {
  affine,
  type AscentForm,
  type AscentValues,
  type Cells,
  type Discriminator,
  type GrowthSum,
  type Later,
  type Rules,
  type StateView,
  type Symbols,
  type Values,
} from '@ganglion/core'
import { NoJacobian } from './no-jacobian.ts'

/** How the function of a stand-in is written. */
export interface StandInSizes {
  /** Places told in a step, true ones first: each has an atom that follows it. */
  readonly open: number
  /** Atoms that only fade. */
  readonly past: number
}

/** The arrays of a stand-in that change with one another, in the order of their coordinates. */
export const openArrays = ['weights', 'moments', 'elsewhere'] as const

/** What a discriminator says of how its state grows. Throws a NoJacobian where it says nothing. */
export function sumOf({
  discriminator,
}: Pick<Rules, 'discriminator'>): GrowthSum<Readonly<Record<string, unknown>>> {
  const { plugin } = discriminator
  if (plugin.grows?.sum) return plugin.grows.sum as GrowthSum<Readonly<Record<string, unknown>>>
  throw new NoJacobian(
    `the state of discriminator ${plugin.name} grows from step to step: the step maps between spaces of other dimensions`,
    'Let it say what it is a sum of (grows.sum), or analyse a family of fixed size, such as random features of the same kernel',
  )
}

/**
 * A game whose discriminator has a state of fixed size and the same function as one that grows. Each place told has one
 * atom of weight w_n and moment m_n about an anchor a_n, at a_n + m_n / w_n; a step makes them q w_n + rate share_n and q m_n
 * + rate share_n (x_n - a_n). Where the atom stands at its place, that is the exact step to first order: a centroid has no first moment. Changes of the
 * function that no place feels fade by q, as `elsewhere` does in their stead.
 */
export function standIn(rules: Rules, sizes: StandInSizes): Rules {
  const { discriminator } = rules
  const plugin = standInPlugin(discriminator.plugin, sumOf(rules), sizes)
  const all = { ...discriminator.sizes, ...sizesOf(sizes) }
  standIns.add(plugin)
  return { ...rules, discriminator: { ...discriminator, plugin, sizes: all, given: {} } }
}

const standIns = new WeakSet<Discriminator>()

/** Whether a discriminator stands in for one that grows. */
export const isStandIn = (plugin: Discriminator): boolean => standIns.has(plugin)

function standInPlugin(
  original: Discriminator,
  sum: ReturnType<typeof sumOf>,
  { open, past }: StandInSizes,
): Discriminator {
  const spaceOf = (axes: Readonly<Record<string, Axis>>): Axis =>
    original.memory!(axes, {})[sum.places]![1] as Axis
  const { constraint: _, best: __, ...kept } = original
  /** The function as the sum of those of its parts. */
  const parts = (state: Symbols): Symbols[] => [
    opened(state, sum),
    ...(past > 0 ? [faded(state, sum)] : []),
  ]
  return {
    ...kept,
    sizes: { ...original.sizes, ...sizesOf({ open, past }) },
    memory: (axes) => {
      const [here, space] = [axes['open']!, spaceOf(axes)]
      return {
        weights: [here],
        moments: [here, space],
        anchors: [here, space],
        elsewhere: [],
        spreads: [here],
        used: [],
        ...(past > 0 && {
          pastWeights: [axes['past']!],
          pastPlaces: [axes['past']!, space],
          pastSpreads: [axes['past']!],
        }),
      }
    },
    initial: (): Values => ({}),
    critic: (x, state, settings) =>
      total(parts(state).map((part) => original.critic(x, part, settings))),
    ...(original.expectation?.mixture && {
      expectation: {
        mixture: (law, f, state, settings) =>
          affine(f)(
            total(
              parts(state).map((part) =>
                original.expectation!.mixture!(law, (value) => value, part, settings),
              ),
            ),
          ),
      },
    }),
    // A penalty on the state bears on no answer but a look ahead.
    ridge: (state, settings) =>
      past > 0 ? num(0) : (original.ridge?.(opened(state, sum), settings) ?? num(0)),
    ...(original.ahead && {
      ahead: (state, ascent, settings) => aheadOf(original, state, ascent, settings, sum, past),
    }),
    grows: { size: 'open', used: 'used', sum },
    advance: (state, ascent, settings) =>
      follow(state, ascent, sum.keeps(ascent.rate, settings), past),
  }
}

function aheadOf(
  original: Discriminator,
  state: Symbols,
  ascent: AscentForm,
  settings: object,
  sum: ReturnType<typeof sumOf>,
  past: number,
): Later {
  if (past > 0)
    throw new NoJacobian(
      `a look ahead of discriminator ${original.name} bears the penalty on all of its history`,
      'Analyse an equilibrium, a dynamics that does not look ahead, or random features of the same kernel',
    )
  return original.ahead!(opened(state, sum), ascent, settings)
}

/** Axes have a positive extent: without a past there is none. */
const sizesOf = ({ open, past }: StandInSizes): Record<string, number> =>
  past > 0 ? { open, past } : { open }

const total = (all: readonly Expr[]): Expr => all.reduce((a, b) => a.plus(b))

/** The atoms that follow their places, as the original knows its state. */
function opened(state: Symbols, { places, weights, scale, spreads }: Names): Symbols {
  const [w, m, anchor] = [state['weights'] as Vec, state['moments'] as Mat, state['anchors'] as Mat]
  return {
    [places]: tensor(m.axes, (n, c) => anchor(n, c).plus(m(n, c).over(w(n)))),
    [weights]: w,
    [spreads]: state['spreads']!,
    [scale]: num(1),
  }
}

/** The atoms that only fade. */
const faded = (state: Symbols, { places, weights, scale, spreads }: Names): Symbols => ({
  [places]: state['pastPlaces']!,
  [weights]: state['pastWeights']!,
  [spreads]: state['pastSpreads']!,
  [scale]: num(1),
})

type Names = Pick<GrowthSum<never>, 'places' | 'weights' | 'scale' | 'spreads'>

/** A step of the stand-in, in place. */
function follow(
  state: StateView,
  { target, generated, rate }: AscentValues,
  keeps: number,
  past: number,
): void {
  const { weights, moments, anchors, elsewhere, pastWeights } = state as StateView & {
    readonly [K in 'weights' | 'moments' | 'anchors' | 'elsewhere']: Cells
  }
  let n = 0
  for (const { law, shares } of [target, generated])
    for (let k = 0; k < shares.length; k++, n++) {
      const place = law.kind === 'points' ? law.positions[k]! : [law.means[k]!]
      const weight = rate * shares[k]!
      weights.put(n, keeps * weights.at(n) + weight)
      place.forEach((x, c) => {
        const cell = n * place.length + c
        moments.put(cell, keeps * moments.at(cell) + weight * (x - anchors.at(cell)))
      })
    }
  elsewhere.put(0, keeps * elsewhere.at(0))
  if (past > 0)
    for (let h = 0; h < pastWeights!.length; h++) pastWeights!.put(h, keeps * pastWeights!.at(h))
}
