import type { MixtureValues } from '@ganglion/core'
import { cursor, mixtureMass, stream, totalVariation } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { bestIntervals } from './best-intervals.ts'

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
  const best = bestIntervals(target, generated, { left: [0, 0] })
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
  const two = bestIntervals(target, generated, { left: [0, 0] })
  expect(two['alive']).toEqual([1, 1])
  const gains = [0, 1].map((i) =>
    gain({ left: [two['left']![i]!], right: [two['right']![i]!], alive: [1] }, target, generated),
  )
  const one = bestIntervals(target, generated, { left: [0] })
  expect(gain(one, target, generated)).toBe(Math.max(...gains))
})

test('points have no best intervals', () => {
  const points = { kind: 'points', positions: [[0]], masses: [1] } as const
  expect(() => bestIntervals(law(0, 1), points, { left: [0] })).toThrow('mixtures only')
})
