import { far, PlanError, type MixtureValues } from '@ganglion/core'
import { cursor, mixtureMass, stream, totalVariation } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { bestIntervals } from './best-intervals.ts'

const certified = { zeros: 'certified' } as const
const bracketed = { zeros: 'bracketed' } as const

const law = (...means: number[]): MixtureValues => ({
  kind: 'mixture',
  weights: [0.5, 0.5],
  means,
  deviation: 1,
})
type Ends = Readonly<Record<string, readonly number[]>>
const gain = (ends: Ends, target: MixtureValues, generated: MixtureValues): number =>
  ends['left']!.reduce((sum, l, i) => {
    const mass = (of: MixtureValues) => mixtureMass(of, l, ends['right']![i]!)
    return sum + ends['alive']![i]! * (mass(target) - mass(generated))
  }, 0)

test.each([
  [-1, 2.5],
  [0, 1.5],
  [-1.05, -0.3],
])('against means %d and %d none of a thousand pairs gains more', (a, b) => {
  const [target, generated] = [law(-0.5, 0.5), law(a, b)]
  const best = bestIntervals(target, generated, { left: [0, 0] }, certified)
  const reached = gain(best, target, generated)
  expect(reached).toBeCloseTo(totalVariation(target, generated), 13)
  const draws = cursor(stream(7, 'pairs'), 0)
  for (let k = 0; k < 1000; k++) {
    const ends = Array.from({ length: 4 }, () => draws.uniform(-5, 5)).sort((x, y) => x - y)
    const pair = { left: [ends[0]!, ends[2]!], right: [ends[1]!, ends[3]!], alive: [1, 1] }
    expect(gain(pair, target, generated)).toBeLessThanOrEqual(reached)
  }
})

test('where one interval must do, it is the one of the two that gains more', () => {
  const [target, generated] = [law(-2, 2), law(-1, 2.5)]
  const two = bestIntervals(target, generated, { left: [0, 0] }, certified)
  expect(two['alive']).toEqual([1, 1])
  const gains = [0, 1].map((i) =>
    gain({ left: [two['left']![i]!], right: [two['right']![i]!], alive: [1] }, target, generated),
  )
  const one = bestIntervals(target, generated, { left: [0] }, certified)
  expect(gain(one, target, generated)).toBe(Math.max(...gains))
})

test('points have no best intervals', () => {
  const points = { kind: 'points', positions: [[0]], masses: [1] } as const
  const told = [
    [law(0, 1), points],
    [points, law(0, 1)],
  ] as const
  for (const [target, generated] of told) {
    const ask = () => bestIntervals(target, generated, { left: [0] }, certified)
    expect(ask).toThrow('mixtures only')
    expect(ask).toThrow(PlanError)
  }
})

/** A pair of zeros, -6.12 and -0.27, lies left of all means; the third is 2.61. */
const biased = (...means: number[]): MixtureValues => ({ ...law(...means), weights: [0.1, 0.9] })
const hidden = [biased(0, 0.5), biased(4, 0.3)] as const

test('bracketed zeros that hide a pair make two intervals one', () => {
  const state = { left: [0, 0] }
  const all = bestIntervals(...hidden, state, certified)
  expect(all['alive']).toEqual([1, 1])
  expect(all['right']![0]).toBeCloseTo(-6.117933, 6)
  expect(all['left']![1]).toBeCloseTo(-0.274433, 6)
  const some = bestIntervals(...hidden, state, bracketed)
  expect(some).toMatchObject({ left: [-far, 0], alive: [1, 0] })
  expect(some['right']![0]).toBeCloseTo(all['right']![1]!, 12)
  expect(gain(some, ...hidden)).toBeLessThan(gain(all, ...hidden))
})

test('where none is missed, bracketed zeros are the certified ones', () => {
  const [target, generated] = [law(-2, 2), law(-1, 2.5)]
  const [all, some] = [certified, bracketed].map((settings) =>
    bestIntervals(target, generated, { left: [0, 0] }, settings),
  )
  expect(some!['alive']).toEqual(all!['alive'])
  for (const end of ['left', 'right'])
    some![end]!.forEach((x, k) => expect(x).toBeCloseTo(all![end]![k]!, 12))
})

test('of more intervals than there is room for, bracketed keeps the leftmost', () => {
  const [target, generated] = [law(-2, 2), law(-2.5, 1)]
  const two = bestIntervals(target, generated, { left: [0, 0] }, bracketed)
  const one = bestIntervals(target, generated, { left: [0] }, bracketed)
  expect(one['left']).toEqual([two['left']![0]])
  const most = bestIntervals(target, generated, { left: [0] }, certified)
  expect(most['left']![0]).not.toBe(one['left']![0])
})
