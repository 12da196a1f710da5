import { watch, type Observation } from '@ganglion/core'
import { expect, test } from 'vitest'
import { wrongOrder } from './wrong-order.ts'

type Means = (step: number) => readonly number[]
const uneven = [0.1, 0.9]

function events(means: Means, weights = uneven, target = [0, 0.5], wanted = weights, stride = 1) {
  const watching = watch([wrongOrder({ hold: 20 })], 1)
  return Array.from({ length: 100 }, (_, i): Observation => {
    const step = i * stride
    const signals = {
      'generator.means': means(step),
      'generator.weights': weights,
      'target.means': target,
      'target.weights': wanted,
    }
    return { step, signals }
  }).flatMap((observation) => watching.next(observation).events)
}

const exchangedMeans = [0.9, 0.4]

test('the light component rests where the heavy one belongs', () => {
  const arriving = (step: number) => [Math.max(0.9, 4 - step / 10), 0.4]
  expect(events(arriving)).toMatchObject([
    {
      event: 'wrong-order',
      severity: 'error',
      step: 50,
      since: 30,
      evidence: {
        lower: 1,
        lowerMean: 0.4,
        lowerWeight: 0.9,
        lowerExpected: 0.1,
        upper: 0,
        upperMean: 0.9,
        upperWeight: 0.1,
        upperExpected: 0.9,
        still: 0.1,
        hold: 20,
      },
    },
  ])
})

test('the right order is none, at rest anywhere', () => {
  expect(events(() => [0, 0.5])).toEqual([])
  expect(events(() => [-3, 7])).toEqual([])
  expect(events(() => [0.4, 0.9])).toEqual([])
})

test('equal weights have no order, on either side', () => {
  expect(events(() => exchangedMeans, [0.5, 0.5])).toEqual([])
  expect(events(() => exchangedMeans, [0.5, 0.5], [0, 0.5], uneven)).toEqual([])
  expect(events(() => exchangedMeans, uneven, [0, 0.5], [0.5, 0.5])).toEqual([])
  expect(events(() => exchangedMeans, [0.4999, 0.5001])).toEqual([])
})

test('labels are of no concern, weights are', () => {
  expect(events(() => exchangedMeans, [0.9, 0.1], [0, 0.5], uneven)).toEqual([])
  expect(events(() => [0, 0.5], [0.9, 0.1], [0, 0.5], uneven)).toHaveLength(1)
})

test('neither means that move nor means that lie together', () => {
  expect(events((step) => [9 - step / 20, 0.4])).toEqual([])
  expect(events(() => [0.41, 0.4])).toEqual([])
  expect(events(() => [0.43, 0.4])).toHaveLength(1)
})

test('chatter about a point is rest', () => {
  expect(events((step) => [0.9, 0.4 + (step % 2) * 0.09])).toHaveLength(1)
  expect(events((step) => [0.9, 0.4 + (step % 2) * 0.11])).toEqual([])
})

test('an order that goes to and fro is none', () => {
  expect(events((step) => (step % 10 < 9 ? [0.43, 0.4] : [0.4, 0.43]))).toEqual([])
})

test('is cleared when the order is right, or when the means leave fast; a creep does not clear it', () => {
  expect(events((step) => (step < 50 ? exchangedMeans : [0, 0.5]))).toMatchObject([
    { type: 'event', since: 0, step: 20 },
    { type: 'cleared', since: 50, evidence: { exchanged: 0 } },
  ])
  const fleeing = (step: number) => [0.9 + Math.max(0, step - 21) / 4, 0.4]
  expect(events(fleeing)).toMatchObject([{ since: 0 }, { type: 'cleared' }])
  expect(events((step) => [0.9 + step / 250, 0.4])).toHaveLength(1)
})

test('counts steps, not observations', () => {
  const [first] = events(() => exchangedMeans, uneven, [0, 0.5], uneven, 10)
  expect(first).toMatchObject({ step: 20, since: 0, evidence: { rate: 0 } })
})

test('of three components the pair that differs most is told', () => {
  const weights = [0.2, 0.3, 0.5]
  const target = [-1, 0, 1]
  expect(events(() => [-1, 0, 1], weights, target)).toEqual([])
  expect(events(() => [-1, 1, 0], weights, target)).toMatchObject([
    { evidence: { lower: 2, upper: 1, lowerExpected: 0.3, upperExpected: 0.5 } },
  ])
  expect(events(() => [1, 0, -1], weights, target)).toMatchObject([
    { evidence: { lower: 2, upper: 0 } },
  ])
  // Two of the same weight may change places.
  expect(events(() => [0, -1, 1], [0.25, 0.25, 0.5], target)).toEqual([])
})

test('other numbers of components have no order to compare', () => {
  expect(events(() => [1, 0, -1], [0.2, 0.3, 0.5], [0, 0.5], uneven)).toEqual([])
  expect(events(() => [1], [1], [0], [1])).toEqual([])
})
