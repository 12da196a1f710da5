import { array, axis, evaluate, num, square, type AnyTensor, type Expr } from '@ganglion/calculus'
import {
  assembleDiscriminator,
  authored,
  defineObjective,
  far,
  playerSymbols,
  type Laws,
} from '@ganglion/core'
import { cursor, mixtureDensity, mixtureMass, normalPdf, stream } from '@ganglion/numerics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import interval from './interval.ts'

const chosen = { plugin: interval, sizes: { intervals: 2 }, options: {}, given: {} }
const components = axis('components', 2)
const leaves = (owner: string) => ({
  weights: array(`${owner}.weights`, [components]),
  means: array(`${owner}.means`, [components]),
  deviation: array(`${owner}.deviation`, []),
})
const laws: Laws = {
  kind: 'mixture',
  targetKind: 'mixture',
  generated: leaves('measure'),
  target: leaves('target'),
}
const law = (means: readonly number[]) => ({ weights: [0.5, 0.5], means, deviation: 1 })
const told = (owner: string, values: object) =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [`${owner}.${name}`, list]))

const end = fc.double({ min: -4, max: 4, noNaN: true })
const pair = fc.tuple(end, end)

test('the slopes of the payoff are those of li2017, eqs. 9-11', () => {
  const objective = defineObjective({
    name: 'difference',
    source: 'li2017, eq. 4',
    f: (critic) => critic,
    g: (critic) => num(1).minus(critic),
  })
  const { respond } = assembleDiscriminator(
    { discriminator: chosen, objective, regularisers: [] },
    laws,
  )
  const output = (name: string): AnyTensor => respond.outputs.find((o) => o.name === name)!.tensor
  const check = fc.property(pair, pair, pair, pair, (left, right, nu, mu) => {
    const [target, generated] = [law(nu), law(mu)]
    const inputs = {
      ...told('state', { left, right, alive: [1, 1] }),
      ...told('target', target),
      ...told('measure', generated),
    }
    const value = (name: string): number[] =>
      [evaluate(output(name), inputs)].flatMap((v) => (typeof v === 'number' ? [v] : [...v]))
    const excess = (x: number) => mixtureDensity(target, x) - mixtureDensity(generated, x)
    value('ascent.left').forEach((slope, i) => expect(slope).toBeCloseTo(-excess(left[i]!), 13))
    value('ascent.right').forEach((slope, i) => expect(slope).toBeCloseTo(excess(right[i]!), 13))
    value('critique.means').forEach((slope, j) => {
      const terms = left.map((l, i) => normalPdf(right[i]! - mu[j]!) - normalPdf(l - mu[j]!))
      expect(slope).toBeCloseTo((terms[0]! + terms[1]!) / 2, 13)
    })
    const gains = left.map(
      (l, i) => mixtureMass(target, l, right[i]!) - mixtureMass(generated, l, right[i]!),
    )
    expect(value('payoff')[0]).toBeCloseTo(1 + gains[0]! + gains[1]!, 13)
  })
  fc.assert(check, { numRuns: 200, seed: 1 })
})

const { state, settings } = playerSymbols(chosen)
const critic = interval.critic(array('x', [axis('line', 1)]), authored(state), settings)
const form = { kind: 'mixture', ...leaves('target') } as const
const expectation = (f: (d: Expr) => Expr): Expr =>
  interval.expectation!.mixture!(form, f, authored(state), settings)

/** E f(D) piece by piece between the ends, D taken from the critic in the middle of each. */
function piecewise(ends: { left: number[]; right: number[]; alive: number[] }, means: number[]) {
  const cuts = [-far, ...[...ends.left, ...ends.right].sort((a, b) => a - b), far]
  return (f: (d: number) => number): number =>
    cuts.slice(1).reduce((sum, b, k) => {
      const a = cuts[k]!
      const d = evaluate(critic, { ...told('state', ends), x: [a / 2 + b / 2] })
      return sum + mixtureMass(law(means), a, b) * f(d)
    }, 0)
}

test('E f(D) is exact: of affine f always, of others where the living are disjoint', () => {
  const affine = expectation((d) => d.times(3).plus(1))
  const curved = expectation((d) => square(d.plus(2)))
  const flags = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1))
  const check = fc.property(pair, pair, flags, pair, (one, other, alive, means) => {
    const [p, q, r, s] = [...one, ...other].sort((a, b) => a - b) as [
      number,
      number,
      number,
      number,
    ]
    const overlapping = { left: [p, q], right: [r, s], alive }
    const disjoint = { left: [p, r], right: [q, s], alive }
    const inputs = (ends: object) => ({ ...told('state', ends), ...told('target', law(means)) })
    expect(evaluate(affine, inputs(overlapping))).toBeCloseTo(
      piecewise(overlapping, means)((d) => 3 * d + 1),
      12,
    )
    expect(evaluate(curved, inputs(disjoint))).toBeCloseTo(
      piecewise(disjoint, means)((d) => (d + 2) * (d + 2)),
      12,
    )
  })
  fc.assert(check, { numRuns: 100, seed: 1 })
})

test('of a curved f of overlapping intervals it is not: f(2) is missing', () => {
  const ends = { left: [-1, -2], right: [1, 2], alive: [1, 1] }
  const found = evaluate(expectation(square), {
    ...told('state', ends),
    ...told('target', law([0, 0])),
  })
  const missing = 2 * mixtureMass(law([0, 0]), -1, 1) // D^2 - D = 2 where D = 2
  expect(piecewise(ends, [0, 0])((d) => d * d) - found).toBeCloseTo(missing, 12)
})

test('a start lies in (-2, 2), in order, and is the same for the same seed', () => {
  const start = (seed: number) =>
    interval.initial(cursor(stream(seed, 'start'), 0), { intervals: 2 }, {})
  for (let seed = 0; seed < 50; seed++) {
    const { left, right } = start(seed)
    const line = [left![0]!, right![0]!, left![1]!, right![1]!]
    expect(line).toEqual([...line].sort((a, b) => a - b))
    expect(line.every((x) => Math.abs(x) < 2)).toBe(true)
    expect(start(seed)).toEqual({ left, right })
  }
  expect(start(1)).not.toEqual(start(2))
})
