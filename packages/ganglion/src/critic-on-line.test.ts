import { num, sum } from '@ganglion/calculus'
import { defineDiscriminator } from '@ganglion/core'
import { expect, test } from 'vitest'
import { criticOnLine } from './critic-on-line.ts'
import { prepare } from './prepare.ts'

const bump = (dimensions: number) => ({
  discriminator: {
    plugin: defineDiscriminator({
      name: 'line',
      source: 'test',
      sizes: { slopes: 2, dimensions: 1 },
      options: { lift: 0.5 },
      parameters: ({ slopes }) => ({ slope: [slopes] }),
      initial: () => ({ slope: [0, 0] }),
      critic: (x, { slope }, { lift }) =>
        sum(slope, (s) => s.times(x(0)))
          .plus(lift)
          .plus(num(1)),
    }),
    sizes: { slopes: 2, dimensions },
    options: { lift: 0.5 },
    given: {},
  },
})

test('a critic of parameters and options is what its formula says', () => {
  const critic = criticOnLine(bump(1), 3)!
  expect(critic.state).toEqual(['slope'])
  expect(critic.options).toEqual(['lift'])
  expect([...critic.at([-1, 0, 2], { slope: [2, 3] }, { lift: 0.25 })]).toEqual([
    -3.75, 1.25, 11.25,
  ])
})

test('a plane has no curve', () => {
  expect(criticOnLine(bump(2), 3)).toBeNull()
})

test('what is missing is named', () => {
  const critic = criticOnLine(bump(1), 3)!
  expect(() => critic.at([0, 0, 0], { slope: [2, 3] }, {})).toThrow('option.lift')
  expect(() => critic.at([0], { slope: [2, 3] }, { lift: 1 })).toThrow('expected 3 points, got 1')
})

test('intervals have a curve too: 1 inside, 0 outside', async () => {
  const plan = await prepare('li2017/fig1b')
  const critic = criticOnLine(plan, 3)!
  const intervals = { left: [-1, 5], right: [1, 6], alive: [1, 1] }
  expect([...critic.at([0, 3, 5.5], intervals, {})]).toEqual([1, 0, 1])
})
