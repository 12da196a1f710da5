import { array, axis, evaluate, type AnyTensor } from '@ganglion/calculus'
import { far, type MixtureValues } from '@ganglion/core'
import { mixtureMass, totalVariation } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import interval from './interval.ts'

interface Ends {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly alive: readonly number[]
}

const settings = (crossing = 'absorb') => ({ crossing })
const certified = { zeros: 'certified' } as const
const leaves = (count: number, prefix: string) => {
  const intervals = ofSize(count)
  return {
    left: array(`${prefix}.left`, [intervals]),
    right: array(`${prefix}.right`, [intervals]),
    alive: array(`${prefix}.alive`, [intervals]),
  }
}
const axes = new Map<number, ReturnType<typeof axis>>()
function ofSize(count: number) {
  const found = axes.get(count) ?? axis('intervals', count)
  axes.set(count, found)
  return found
}
const numbers = (prefix: string, ends: Ends) =>
  Object.fromEntries(Object.entries(ends).map(([name, list]) => [`${prefix}.${name}`, list]))

function constrained(crossing: string, next: Ends, before: Ends = next): Ends {
  const [n, b] = [leaves(next.left.length, 'next'), leaves(next.left.length, 'before')]
  const changed = interval.constraint!(n, b, settings(crossing))
  const inputs = { ...numbers('next', next), ...numbers('before', before) }
  const told = (name: keyof Ends): number[] => {
    const tensor: AnyTensor = changed[name] ?? n[name]
    return [...(evaluate(tensor, inputs) as Float64Array)]
  }
  return { left: told('left'), right: told('right'), alive: told('alive') }
}

const normal = { kind: 'mixture', weights: [1], means: [0], deviation: 1 } as const
const two: MixtureValues = {
  kind: 'mixture',
  weights: [0.5, 0.5],
  means: [-0.5, 0.5],
  deviation: 1,
}

function law(values: MixtureValues) {
  const components = axis('components', values.means.length)
  const weights = array('weights', [components])
  const means = array('means', [components])
  const deviation = array('deviation', [])
  return {
    form: { kind: 'mixture', weights, means, deviation } as const,
    inputs: { weights: values.weights, means: values.means, deviation: values.deviation },
  }
}

function expected(values: MixtureValues, ends: Ends, slope: number, offset: number): number {
  const { form, inputs } = law(values)
  const state = leaves(ends.left.length, 'state')
  const y = interval.expectation!.mixture!(
    form,
    (d) => d.times(slope).plus(offset),
    state,
    settings(),
  )
  return evaluate(y, { ...inputs, ...numbers('state', ends) })
}

const alive = [1, 1]
const pair: Ends = { left: [-1, 0.5], right: [0, 2], alive }

test('the critic counts the living intervals around a point', () => {
  const x = array('x', [axis('dimensions', 1)])
  const at = (point: number, ends: Ends): number =>
    evaluate(interval.critic(x, leaves(2, 'state'), settings()), {
      x: [point],
      ...numbers('state', ends),
    })
  expect([-2, -0.5, 0.2, 1, 2].map((point) => at(point, pair))).toEqual([0, 1, 0, 1, 0])
  expect(at(1, { ...pair, alive: [1, 0] })).toBe(0)
  expect(at(0.5, { left: [0, 0], right: [1, 1], alive })).toBe(2)
})

test('one deviation around the mean holds 0.6827 of a normal law', () => {
  expect(expected(normal, { left: [-1], right: [1], alive: [1] }, 1, 0)).toBeCloseTo(
    0.682689492137086,
    14,
  )
})

test('expectations agree with the masses of the intervals and with affine functions', () => {
  const inside = mixtureMass(two, -1, 0) + mixtureMass(two, 0.5, 2)
  expect(expected(two, pair, 1, 0)).toBeCloseTo(inside, 14)
  expect(expected(two, pair, -3, 2)).toBeCloseTo(2 - 3 * inside, 14)
  expect(expected(two, { ...pair, alive: [0, 1] }, 1, 0)).toBeCloseTo(mixtureMass(two, 0.5, 2), 14)
})

test('what lies in two intervals counts twice', () => {
  const overlapping = { left: [-1, -1], right: [1, 1], alive }
  expect(expected(normal, overlapping, 1, 0)).toBeCloseTo(2 * mixtureMass(normal, -1, 1), 14)
})

test('absorb: an inverted interval dies at its midpoint and stays there', () => {
  const before = { left: [0, 1], right: [0.1, 2], alive }
  const dead = constrained('absorb', { left: [0.3, 1], right: [0.1, 2], alive }, before)
  expect(dead).toEqual({ left: [0.2, 1], right: [0.2, 2], alive: [0, 1] })
  const moved = constrained('absorb', { ...dead, left: [-5, 1.1], right: [5, 1.9] }, dead)
  expect(moved).toEqual({ left: [0.2, 1.1], right: [0.2, 1.9], alive: [0, 1] })
})

test('clip: the interval is empty but alive', () => {
  expect(constrained('clip', { left: [0.75, 1], right: [0.25, 2], alive })).toEqual({
    left: [0.5, 1],
    right: [0.5, 2],
    alive,
  })
})

test('none: nothing happens', () => {
  const inverted = { left: [2, 1], right: [-1, 0], alive }
  expect(constrained('none', inverted)).toEqual(inverted)
})

test("absorb-ordered: neighbours meet, and the dead are in nobody's way", () => {
  expect(constrained('absorb-ordered', { left: [-1, 0], right: [0.5, 1], alive })).toEqual({
    left: [-1, 0.25],
    right: [0.25, 1],
    alive,
  })
  const dead = { left: [-1, 0], right: [0.5, 0], alive: [1, 0] }
  expect(constrained('absorb-ordered', dead)).toEqual(dead)
  expect(
    constrained('absorb-ordered', { left: [0, 2, 1], right: [3, 2.5, 4], alive: [1, 1, 1] }),
  ).toMatchObject({ alive: [1, 0, 1], left: [0, 2.125, 2.125], right: [2.125, 2.125, 4] })
})

test('isotonic: the nearest ordered ends', () => {
  expect(constrained('isotonic', { left: [3, 2], right: [1, 10], alive })).toEqual({
    left: [2, 2],
    right: [2, 10],
    alive,
  })
  expect(constrained('isotonic', { left: [0, 1], right: [2, 3], alive })).toEqual({
    left: [0, 1.5],
    right: [1.5, 3],
    alive,
  })
})

const flat = ({ left, right }: Ends): number[] => left.flatMap((l, k) => [l, right[k]!])
/** Living ends from left to right, in a fixed but irregular sequence. */
const scattered = (seed: number, count: number): Ends => {
  const at = (k: number): number => ((seed * 37 + k * 101 + seed * k * 13) % 64) / 8 - 4
  return {
    left: Array.from({ length: count }, (_, k) => at(2 * k)),
    right: Array.from({ length: count }, (_, k) => at(2 * k + 1)),
    alive: Array.from({ length: count }, () => 1),
  }
}

test.each(['absorb', 'absorb-ordered', 'clip', 'isotonic', 'none'])('%s is idempotent', (rule) => {
  for (let seed = 0; seed < 24; seed++) {
    const before = { ...scattered(seed + 1, 3), alive: [1, seed % 2, 1] }
    const next = { ...scattered(seed, 3), alive: before.alive }
    const once = constrained(rule, next, before)
    for (const twice of [constrained(rule, once), constrained(rule, once, before)]) {
      expect(twice.alive).toEqual(once.alive)
      const [a, b] = [flat(twice), flat(once)]
      a.forEach((x, k) => expect(x).toBeCloseTo(b[k]!, 12))
    }
  }
})

test.each(['absorb-ordered', 'isotonic'])('%s leaves the living in order', (rule) => {
  for (let seed = 0; seed < 24; seed++) {
    const settled = constrained(rule, scattered(seed, 4))
    const living = flat(settled).filter((_, k) => settled.alive[k >> 1] === 1)
    living.slice(1).forEach((x, k) => expect(x).toBeGreaterThanOrEqual(living[k]! - 1e-12))
  }
})

test('the best answer attains the total variation', () => {
  const generated: MixtureValues = { ...two, means: [-1, 1.5] }
  const state = { left: [0, 0], right: [0, 0], alive: [1, 1] }
  const best = interval.best!(two, generated, state, certified) as unknown as Ends
  const gain = expected(two, best, 1, 0) - expected(generated, best, 1, 0)
  expect(gain).toBeCloseTo(totalVariation(two, generated), 12)
})

test('infinite ends are far, unused intervals dead, equal laws have no interval', () => {
  const state = { left: [0, 0], right: [0, 0], alive: [1, 1] }
  const right = interval.best!(
    { ...normal, means: [1] },
    { ...normal, means: [-1] },
    state,
    certified,
  )
  expect(right['left']![0]).toBeCloseTo(0, 12)
  expect(right).toMatchObject({ right: [far, 0], alive: [1, 0] })
  expect(interval.best!(two, two, state, certified)).toEqual({
    left: [0, 0],
    right: [0, 0],
    alive: [0, 0],
  })
})

test('of more intervals than there are, the best keeps those of largest gain', () => {
  const target: MixtureValues = {
    kind: 'mixture',
    weights: [0.2, 0.8],
    means: [-10, 10],
    deviation: 1,
  }
  const state = { left: [0], right: [0], alive: [1] }
  const best = interval.best!(target, normal, state, certified)
  expect(best['left']![0]).toBeGreaterThan(0)
  expect(best['right']).toEqual([far])
})

test('a start is ordered', () => {
  const draws = [1, -1, 0.5, -2]
  const random = { uniform: () => draws.shift()!, normal: () => NaN }
  expect(interval.initial(random, { intervals: 2 }, {})).toEqual({
    left: [-2, 0.5],
    right: [-1, 1],
  })
})
