import { log, max, num, sqrt, square, sum, type Expr } from '@ganglion/calculus'
import {
  defineOptimizer,
  defineRegulariser,
  type Objective,
  type Optimizer,
  type Regulariser,
} from '@ganglion/core'
import { expect, test } from 'vitest'
import { findings } from './findings.ts'
import { difference, logistic, nonSaturating, plainSteps } from './reference-games.ts'
import { testObjective } from './test-objective.ts'
import { testOptimizer } from './test-optimizer.ts'
import { testRegulariser } from './test-regulariser.ts'

/** Heavy-ball steps: a velocity that keeps nine tenths of itself. */
const momentum = defineOptimizer({
  name: 'momentum',
  source: 'Polyak 1964',
  memory: ['velocity'],
  update: (direction, { velocity }, { rate }) => {
    const next = velocity!.times(0.9).plus(direction)
    return { change: next.times(rate), memory: { velocity: next } }
  },
})

/** The mean square of the slope on the generated points. */
const smoothPenalty = defineRegulariser({
  name: 'smooth-penalty',
  source: 'Mescheder et al. 2018, eq. 9, on generated points',
  options: { weight: 1 },
  value: ({ slope, generated }, { weight }) =>
    weight.times(sum(generated, (x) => sum(slope(x), (s) => square(s)))).over(generated.size),
})

test.each([logistic, nonSaturating, difference])('a good objective passes: $name', async (good) => {
  expect(await findings(testObjective(good))).toEqual({})
})

test.each([plainSteps, momentum])('a good optimizer passes: $name', async (good) => {
  expect(await findings(testOptimizer(good))).toEqual({})
})

test('a good regulariser passes', async () => {
  expect(await findings(testRegulariser(smoothPenalty))).toEqual({})
})

let calls = 0

test.each([
  [
    'a kink presented as smooth',
    { f: (d: Expr) => max(d, 0) },
    'derivatives: no kink',
    /derivative of the f jumps from 0 to 1/,
  ],
  [
    'a logarithm of a critic that may be negative',
    { f: (d: Expr) => log(d) },
    'values: finite with finite slopes at every D',
    /f at D = -1000000 is NaN/,
  ],
  [
    'an objective that no D changes',
    { f: () => num(1), g: () => num(0) },
    'direction: f or g depends on D',
    /nothing to learn/,
  ],
  [
    "a generator's loss that is declared and absent",
    { generator: undefined },
    'capabilities: what is declared is there',
    /generator is declared and absent/,
  ],
  [
    'a hidden counter',
    { g: (d: Expr) => d.times(++calls) },
    'determinism: built twice without chance or time, same bits',
    /differs between two builds/,
  ],
])('planted in an objective: %s', async (_, fault, named, told) => {
  const found = await findings(testObjective({ ...logistic, ...fault } as Objective))
  expect(found[named], JSON.stringify(found, null, 2)).toMatch(told)
})

test('an objective of probabilities passes on its domain', async () => {
  const classic = {
    ...logistic,
    f: (d: Expr) => log(d),
    g: (d: Expr) => log(num(1).minus(d)),
  }
  expect(await findings(testObjective(classic, { domain: [0, 1] }))).toEqual({})
})

type Update = Optimizer['update']

test.each<[string, Partial<Record<keyof Optimizer, unknown>>, string, RegExp]>([
  [
    'a sign error',
    { update: ((d, _, { rate }) => ({ change: d.times(rate).neg() })) satisfies Update },
    'update: the first change goes along the direction',
    /a first direction of 0\.001 at rate 0\.1 changes a cell by -0\.0001/,
  ],
  [
    'memory that is declared and never written',
    { memory: ['velocity'] },
    'capabilities: memory that is declared is written, and no other',
    /velocity is declared and never written/,
  ],
  [
    'memory that is written and not declared',
    {
      update: ((d, _, { rate }) => ({
        change: d.times(rate),
        memory: { velocity: d },
      })) satisfies Update,
    },
    'capabilities: memory that is declared is written, and no other',
    /update writes memory velocity; declared are none/,
  ],
  [
    'a division by a memory that is 0',
    {
      memory: ['square'],
      update: ((d, { square: s }, { rate }) => {
        const next = s!.times(0.9).plus(d.times(d).times(0.1))
        return { change: d.times(rate).over(sqrt(next)), memory: { square: next } }
      }) satisfies Update,
    },
    'update: finite after 200 steps of any size',
    /directions of size 0 lead to a change of NaN/,
  ],
])('planted in an optimizer: %s', async (_, fault, named, told) => {
  const found = await findings(testOptimizer({ ...plainSteps, ...fault } as Optimizer))
  expect(found[named], JSON.stringify(found, null, 2)).toMatch(told)
})

test.each<[string, Partial<Regulariser>, string, RegExp]>([
  [
    'a kink presented as smooth',
    { value: ({ critic, generated }) => sum(generated, (x) => max(critic(x), 0)) },
    'derivatives: no kink along random lines',
    /derivative of the payoff jumps/,
  ],
  [
    'a term that is always 0',
    { value: ({ critic, generated }) => sum(generated, (x) => critic(x).times(0)) },
    'value: finite, and of use',
    /the term is 0 at every random state/,
  ],
])('planted in a regulariser: %s', async (_, fault, named, told) => {
  const found = await findings(testRegulariser({ ...smoothPenalty, ...fault }))
  expect(found[named], JSON.stringify(found, null, 2)).toMatch(told)
})
