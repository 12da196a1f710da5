import { array, axis, evaluate, num, type AnyTensor } from '@ganglion/calculus'
import { assembleGenerator, settledWords } from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { ascending } from './ascending.ts'
import mixture from './mixture.ts'

const words = settledWords(mixture.options)
const components = axis('components', 3)
const leaves = Object.fromEntries(
  ['means', 'weights', 'logits'].map((name) => [name, array(name, [components])]),
)

/** The law of a state of three components. */
function lawOf(names: readonly string[], numbers: Record<string, number[]>) {
  const state = Object.fromEntries(names.map((name): [string, AnyTensor] => [name, leaves[name]!]))
  const law = mixture.measure(state, {}, { components: 3, deviation: num(0.5) })
  if (law.kind !== 'mixture') throw new Error('expected a mixture')
  const list = (tensor: AnyTensor) => [...(evaluate(tensor, numbers) as Float64Array)]
  return {
    means: list(law.means),
    weights: list(law.weights),
    deviation: evaluate(law.deviation, numbers),
  }
}

test('the law is the state and the deviation, nothing else', () => {
  const numbers = { means: [-1, 0, 2], weights: [0.2, 0.3, 0.5] }
  expect(lawOf(['means', 'weights'], numbers)).toEqual({ ...numbers, deviation: 0.5 })
})

test.each([
  ['means', ['means'], ['weights']],
  ['weights', ['means', 'weights'], []],
  ['logits', ['means', 'logits'], ['weights']],
])('learned %s: %j are trained, %j are not', (learned, trained, fixed) => {
  const told = { ...words, learned }
  expect(Object.keys(mixture.parameters({ components }, told))).toEqual(trained)
  expect(Object.keys(mixture.fixed!({ components }, told))).toEqual(fixed)
})

test('logits at 0 leave the weights of the start, bit for bit', () => {
  for (const weights of [
    [0.1, 0.2, 0.7],
    [0.25, 0.25, 0.5],
  ])
    expect(
      lawOf(['means', 'weights', 'logits'], { means: [0, 1, 2], weights, logits: [0, 0, 0] })
        .weights,
    ).toEqual(weights)
})

test('weights by logits stay a law, however far the logits are', () => {
  const weightsAt = (logits: number[]): number[] =>
    lawOf(['means', 'weights', 'logits'], {
      means: [0, 1, 2],
      weights: [0.2, 0.3, 0.5],
      logits,
    }).weights
  expect(weightsAt([1, 1, 1])).toEqual(weightsAt([0, 0, 0]))
  expect(weightsAt([0, 0, Math.LN2])[2]).toBeCloseTo(2 / 3, 12)
  for (const logits of [
    [800, 0, -800],
    [-1e6, -1e6, -1e6 - 1],
    [1e300, 0, 0],
  ]) {
    const weights = weightsAt(logits)
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(weights.every((w) => w >= 0)).toBe(true)
  }
})

test('sorted means are put in order, free ones are left alone', () => {
  const { constraint } = mixture
  const settings = { components: 3, deviation: num(1) }
  expect(constraint!(leaves, leaves, { ...settings, order: 'free' })).toEqual({})
  const { means } = constraint!(leaves, leaves, { ...settings, order: 'sorted' })
  expect([...(evaluate(means!, { means: [2, -1, 0.5] }) as Float64Array)]).toEqual([-1, 0.5, 2])
})

test('any numbers are put in order', () => {
  const source = stream(7, 'ascending')
  for (const size of [1, 2, 3, 4, 5, 8]) {
    const sorted = ascending(array('x', [axis('places', size)]))
    for (let k = 0; k < 30; k++) {
      const x = Array.from({ length: size }, (_, j) => Math.round(4 * source.normal(k, j)) + 0)
      expect([...(evaluate(sorted, { x }) as Float64Array)]).toEqual(x.toSorted((a, b) => a - b))
    }
  }
})

test('a game whose weights and order are left alone is the game that it was', () => {
  const { symbols } = assembleGenerator({
    plugin: mixture,
    sizes: mixture.sizes,
    options: {},
    given: {},
  })
  expect(symbols.trained).toEqual(['means'])
  expect(Object.keys(symbols.shapes)).toEqual(['means', 'weights'])
})

test('a start draws means between -3 and 3 and weighs them equally', () => {
  const ranges: unknown[] = []
  const random = {
    uniform: (low?: number, high?: number) => ranges.push([low, high]),
    normal: () => NaN,
  }
  const start = mixture.initial(random, { components: 4 }, words)
  expect(start).toEqual({ means: [1, 2, 3, 4], weights: [0.25, 0.25, 0.25, 0.25] })
  expect(ranges).toEqual(Array.from({ length: 4 }, () => [-3, 3]))
})

test('the same start serves whatever is learned; logits begin at 0', () => {
  const start = (learned: string) =>
    mixture.initial(cursor(stream(1, 'start'), 0), { components: 2 }, { ...words, learned })
  expect(start('weights')).toEqual(start('means'))
  expect(start('logits')).toEqual({ ...start('means'), logits: [0, 0] })
})

test('a start is the same for the same seed and member, and another for others', () => {
  const start = (seed: number, member: number) =>
    mixture.initial(cursor(stream(seed, 'start'), member), { components: 2 }, words)
  expect(start(1, 0)).toEqual(start(1, 0))
  expect(start(1, 0)).not.toEqual(start(2, 0))
  expect(start(1, 0)).not.toEqual(start(1, 1))
})
