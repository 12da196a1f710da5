import { num, sum } from '@ganglion/calculus'
import { defineDiscriminator } from '@ganglion/core'
import { expect, test } from 'vitest'
import { criticOnPlane } from './critic-on-plane.ts'

const tilt = (dimensions: number) => ({
  discriminator: {
    plugin: defineDiscriminator({
      name: 'plane',
      source: 'test',
      sizes: { dimensions: 2 },
      options: { lift: 0.5 },
      parameters: ({ dimensions }) => ({ slope: [dimensions] }),
      initial: () => ({ slope: [0, 0] }),
      critic: (x, { slope }, { lift }) =>
        sum(slope, (s, c) => s.times(x(c)))
          .plus(lift)
          .plus(num(1)),
    }),
    sizes: { dimensions },
    options: { lift: 0.5 },
    given: {},
  },
})

test.each([
  [2, [1, 0, 0, 1, 2, -1], [2, 3], [3.25, 4.25, 2.25]],
  [3, [1, 0, 0, 0, 0, 1, 1, 1, 1], [2, 3, 5], [3.25, 6.25, 11.25]],
])(
  'a critic in %i dimensions is what its formula says at every point',
  (dimensions, points, slope, wanted) => {
    const critic = criticOnPlane(tilt(dimensions), 3)!
    expect(critic.dimensions).toBe(dimensions)
    expect(critic.state).toEqual(['slope'])
    expect(critic.options).toEqual(['lift'])
    expect([...critic.at(points, { slope }, { lift: 0.25 })]).toEqual(wanted)
  },
)

test('the line has no plane', () => {
  expect(criticOnPlane(tilt(1), 3)).toBeNull()
})

test('what is missing is named', () => {
  const critic = criticOnPlane(tilt(2), 1)!
  expect(() => critic.at([0, 0], { slope: [2, 3] }, {})).toThrow('option.lift')
  expect(() => critic.at([0, 0], {}, { lift: 1 })).toThrow('slope')
  expect(() => critic.at([0], { slope: [2, 3] }, { lift: 1 })).toThrow(
    'expected 1 points, got 0.5 (of 2 numbers each)',
  )
})
