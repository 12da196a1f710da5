import { each, tensor } from '@ganglion/calculus'
import { expect, test } from 'vitest'
import { defineGenerator } from './generator.ts'
import { givenMasses } from './given-masses.ts'

/** Particles whose masses are told in one of four ways. */
const particles = defineGenerator({
  name: 'particles',
  source: 'a test',
  sizes: { points: 2 },
  options: { masses: { choices: ['given', 'trained', 'lifted', 'equal'] } },
  parameters: ({ points }, { masses }) => ({
    places: [points, 1],
    ...(masses === 'trained' && { mass: [points] }),
    ...(masses === 'lifted' && { lift: [points] }),
  }),
  fixed: ({ points }, { masses }) => ({
    ...((masses === 'given' || masses === 'lifted') && { mass: [points] }),
  }),
  noise: ({ points }) => ({ shake: [points, 1] }),
  initial: () => ({}),
  measure: ({ places, mass, lift }, { shake }) => ({
    kind: 'points',
    positions: tensor(places.axes, (i, j) => places(i, j).plus(shake(i, j))),
    masses: !mass ? each(places, () => 0.5) : lift ? each(mass, (m, k) => m.times(lift(k))) : mass,
  }),
})

test.each([
  ['given', [{ array: 'mass', masses: [1, 0] }]],
  ['trained', [{ array: 'mass', masses: [1, 0] }]],
  // What lifts a mass is trained and no mass itself.
  ['lifted', [{ array: 'mass', masses: [1, 0] }]],
  ['equal', []],
])('masses that are %s: %j', (masses, found) => {
  const state = { places: [0, 0], mass: [1, 0], lift: [0, 0] }
  const arrays = { given: ['mass'], trained: ['mass'], lifted: ['mass', 'lift'], equal: [] }[
    masses
  ]!
  const given = Object.fromEntries(['places', ...arrays].map((n) => [n, state[n as 'mass']]))
  const chosen = { plugin: particles, sizes: particles.sizes, options: { masses }, given }
  expect(givenMasses(chosen)).toEqual(found)
  expect(givenMasses({ ...chosen, given: {} })).toEqual([])
})
