import {
  each,
  exp,
  floor,
  max,
  normalCdf,
  num,
  sqrt,
  square,
  sum,
  type Axis,
  type Expr,
  type Vec,
} from '@ganglion/calculus'
import {
  affine,
  defineDiscriminator,
  type Discriminator,
  type MeasureValues,
  type MixtureForm,
  type Random,
  type Sizes,
  type Values,
} from '@ganglion/core'
import { normalCdf as normalMass } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { findings } from './findings.ts'
import { testDiscriminator } from './test-discriminator.ts'

/** Bumps on the line, each a height and a centre: D(x) = sum of height * exp(-(x - centre)^2). */
const bumps = defineDiscriminator({
  name: 'bumps',
  source: 'a sum of radial functions',
  sizes: { bumps: 2 },
  parameters: ({ bumps: all }) => ({ height: [all], centre: [all] }),
  initial: (random, { bumps: count }) => ({
    height: Array.from({ length: count }, () => random.normal()),
    centre: Array.from({ length: count }, () => random.uniform(-2, 2)),
  }),
  critic: (x, { height, centre }) =>
    sum(height, (h, i) => h.times(exp(square(x(0).minus(centre(i))).neg()))),
})

/** One step whose height is 1: D(x) = 1 left of an edge within [-1, 1], and its best answer to two normal laws. */
const edge = defineDiscriminator({
  name: 'edge',
  source: 'a threshold',
  sizes: {},
  parameters: () => ({ at: [1] }),
  initial: (random) => ({ at: [random.uniform(-1, 1)] }),
  critic: (x, { at }) => x(0).below(at(0)),
  expectation: {
    mixture: (law, f, { at }) => {
      const left = sum(law.weights, (w, j) =>
        w.times(normalCdf(at(0).minus(law.means(j)).over(law.deviation))),
      )
      return left.times(f(num(1))).plus(
        num(1)
          .minus(left)
          .times(f(num(0))),
      )
    },
  },
  best: (target, generated) => ({ at: [bestEdge(target, generated, 1)] }),
})

/** The place where one law has most more to its left than the other: scanned, then narrowed. */
function bestEdge(target: MeasureValues, generated: MeasureValues, sign: 1 | -1): number {
  if (target.kind !== 'mixture' || generated.kind !== 'mixture') throw new Error('mixtures only')
  const left = (law: typeof target, at: number): number =>
    law.weights.reduce((p, w, j) => p + w * normalMass((at - law.means[j]!) / law.deviation), 0)
  const gain = (at: number): number => sign * (left(target, at) - left(generated, at))
  let [centre, width] = [0, 8]
  for (let n = 0; n < 12; n++, width /= 8) {
    const places = Array.from({ length: 129 }, (_, k) => centre + width * ((2 * k) / 128 - 1))
    centre = places.reduce((a, b) => (gain(b) > gain(a) ? b : a))
  }
  return centre
}

const planted = (good: Discriminator, fault: object): Discriminator =>
  ({ ...good, ...fault }) as Discriminator

/** The threshold with a closed form for affine f, which refuses the others. */
const affineEdge = planted(edge, {
  expectation: {
    mixture: (law: MixtureForm, f: (value: Expr) => Expr, { at }: { at: Vec }) =>
      affine(f)(
        sum(law.weights, (w, j) =>
          w.times(normalCdf(at(0).minus(law.means(j)).over(law.deviation))),
        ),
      ),
  },
})

test.each([bumps, edge, { ...affineEdge, name: 'affine-edge' }])(
  'a good family passes: $name',
  async (good) => {
    expect(await findings(testDiscriminator(good))).toEqual({})
  },
)

const start = (sizes: Sizes, cell: () => number): Values => ({
  height: Array.from({ length: sizes['bumps']! }, cell),
  centre: Array.from({ length: sizes['bumps']! }, cell),
})

const hidden = (): number => Math.random()

let calls = 0
const faults: readonly (readonly [
  what: string,
  good: Discriminator,
  fault: object,
  named: string,
  told: RegExp,
])[] = [
  [
    'a sign error in the copy of the payoff that best maximises',
    edge,
    { best: (t: MeasureValues, g: MeasureValues) => ({ at: [bestEdge(t, g, -1)] }) },
    'best: at least as good as 1000 random states',
    /payoff of its answer is .*a random state reaches .*look for a sign/,
  ],
  [
    'an answer that is good but not best',
    edge,
    { best: (t: MeasureValues, g: MeasureValues) => ({ at: [bestEdge(t, g, 1) + 0.01] }) },
    'best: at least as good as a numeric search',
    /a numeric search reaches/,
  ],
  [
    'a best that mutates its input',
    edge,
    {
      best: (t: MeasureValues, g: MeasureValues) => {
        if (t.kind === 'mixture') (t.means as number[]).sort((a, b) => b - a)
        return { at: [bestEdge(t, g, 1)] }
      },
    },
    'best: the same answer twice, and its inputs as they were',
    /best mutates its input: target\.means\[\d\]/,
  ],
  [
    'a constraint that is not idempotent',
    bumps,
    {
      constraint: ({ height }: { height: Vec }) => ({
        height: each(height, (h) => h.times(0.9)),
      }),
    },
    'constraint: applied twice is applied once',
    /not idempotent: height\[\d\] is .* after it is applied once, .* after twice/,
  ],
  [
    'a constraint that writes what is not declared',
    bumps,
    { constraint: ({ height }: { height: Vec }) => ({ hieght: height }) },
    'constraint: writes declared arrays of the right shape',
    /writes hieght; it may write height, centre/,
  ],
  [
    'hidden chance in initial',
    bumps,
    { initial: (_: Random, sizes: Sizes) => start(sizes, () => hidden()) },
    'initial: the same numbers from the same stream',
    /Math\.random/,
  ],
  [
    'a hidden counter in initial',
    bumps,
    { initial: (_: Random, sizes: Sizes) => start(sizes, () => ++calls / 7) },
    'initial: the same numbers from the same stream',
    /height\[0\] differs between two calls with the same stream/,
  ],
  [
    'a hidden counter in the critic',
    bumps,
    { critic: (x: Vec, { height }: { height: Vec }) => height(0).times(x(0)).times(++calls) },
    'determinism: built twice without chance or time, same bits',
    /differs between two builds/,
  ],
  [
    'a wrong parameter count',
    bumps,
    {
      initial: (random: Random) => ({ ...start({ bumps: 2 }, () => random.normal()), centre: [1] }),
    },
    'initial: every array, and the right number of numbers',
    /wrong parameter count: centre expected 2 numbers \(bumps 2\), got 1/,
  ],
  [
    'a parameter count that is right for one size only',
    bumps,
    { initial: (random: Random) => start({ bumps: 2 }, () => random.normal()) },
    'initial: every array, and the right number of numbers',
    /wrong parameter count: height expected 3 numbers \(bumps 3\), got 2/,
  ],
  [
    'a kink presented as smooth',
    bumps,
    {
      critic: (x: Vec, { height, centre }: { height: Vec; centre: Vec }) =>
        sum(height, (h, i) => h.times(max(x(0).minus(centre(i)), 0))),
    },
    'derivatives: no kink along random lines',
    /derivative of the payoff jumps from .* to .*pass \{ kinks: true \}/,
  ],
  [
    'a step presented as smooth',
    bumps,
    {
      critic: (x: Vec, { height, centre }: { height: Vec; centre: Vec }) =>
        sum(height, (h, i) => h.times(x(0).plus(floor(x(0).minus(centre(i)))))),
    },
    'derivatives: no kink along random lines',
    /the payoff jumps from .* to /,
  ],
  [
    'a capability declared and absent',
    bumps,
    { best: 'positive-intervals' },
    'capabilities: what is declared is there',
    /best is declared and absent: expected a function/,
  ],
  [
    'an expectation declared and absent',
    bumps,
    { expectation: { mixture: undefined } },
    'capabilities: what is declared is there',
    /expectation\.mixture is declared and absent/,
  ],
  [
    'an unbounded array that does not exist',
    bumps,
    { unbounded: ['left'] },
    'capabilities: what is declared is there',
    /unbounded names left, which is no parameter/,
  ],
  [
    'a wrong closed form of the expectation',
    edge,
    {
      expectation: {
        mixture: (law: MixtureForm, f: (value: Expr) => Expr, { at }: { at: Vec }) =>
          f(sum(law.weights, (w, j) => w.times(normalCdf(at(0).minus(law.means(j)))))),
      },
    },
    'expectation.mixture: the closed form against quadrature',
    /E f\(D\) with f\(D\) = D is .* by the closed form, .* by quadrature/,
  ],
  [
    'a closed form that holds for affine f only',
    edge,
    {
      expectation: {
        mixture: (law: MixtureForm, f: (value: Expr) => Expr, { at }: { at: Vec }) =>
          f(
            sum(law.weights, (w, j) =>
              w.times(normalCdf(at(0).minus(law.means(j)).over(law.deviation))),
            ),
          ),
      },
    },
    'expectation.mixture: the closed form against quadrature',
    /f\(D\) = D squared/,
  ],
  [
    'a slope that is not finite where the payoff is',
    bumps,
    {
      critic: (x: Vec, { height }: { height: Vec }) =>
        sum(height, (h) => sqrt(square(h).times(square(x(0))))),
    },
    'derivatives: finite wherever the payoff is',
    /with \w+\[0\] = 0 the payoff is finite but its slope is NaN .*, all zeros, .*0\/0/,
  ],
  [
    'a name in capitals',
    bumps,
    { name: 'My Bumps' },
    'definition: kind, name, source',
    /lower-case letters/,
  ],
  [
    'a default outside of its range',
    bumps,
    { options: { width: { default: 3, min: 0, max: 1 } } },
    'definition: options',
    /option width: its default 3 lies outside its own range, 0 to 1/,
  ],
  [
    'an array declared twice',
    bumps,
    { fixed: ({ bumps: all }: { bumps: Axis }) => ({ height: [all] }) },
    'definition: shapes of parameters, memory, fixed',
    /array height is declared twice, by parameters and fixed/,
  ],
]

test.each(faults)('planted: %s', async (_, good, fault, named, told) => {
  const cases = testDiscriminator(planted(good, fault)).filter(({ name }) => name === named)
  expect(cases).toHaveLength(1)
  expect((await findings(cases))[named]).toMatch(told)
})

test('chance and time are as they were after a suite, found fault or not', async () => {
  const sources = (): unknown[] => [
    Math.random,
    Date,
    Reflect.get(performance, 'now'),
    Reflect.get(crypto, 'getRandomValues'),
  ]
  const before = sources()
  const chancy = planted(bumps, { initial: (_: Random, sizes: Sizes) => start(sizes, hidden) })
  await findings([...testDiscriminator(bumps), ...testDiscriminator(chancy)])
  sources().forEach((source, k) => expect(source).toBe(before[k]))
})
