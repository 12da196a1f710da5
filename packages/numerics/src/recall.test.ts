import { expect, test } from 'vitest'
import { Recall } from './recall.ts'
import { totalVariation } from './total-variation.ts'

test('what was kept is found by its own arguments, -0 apart from 0, and by no others', () => {
  const recall = new Recall(8, 2)
  const ask = (...key: number[]) => {
    recall.key.set(key)
    return recall.find()
  }
  expect(ask(0, 0)).toBeNaN()
  for (let k = 0; k < 100; k++) {
    if (Number.isNaN(ask(k, -k))) recall.keep(k)
    expect(ask(k, -k)).toBe(k)
    expect(ask(k, k + 0.5)).toBeNaN()
  }
  ask(0, 0)
  recall.keep(1)
  expect(ask(0, -0)).toBeNaN()
})

test('distances that are asked for again are the same; longer mixtures are not kept', () => {
  const of = (...means: number[]) => ({
    weights: means.map(() => 1 / means.length),
    means,
    deviation: 1,
  })
  for (const generated of [of(-1, 2), of(3), of(0, 1, 2), of(0, 1, 2, 3, 4, 5)]) {
    const first = totalVariation(of(-0.5, 0.5), generated)
    totalVariation(of(-2, 2), generated)
    expect(totalVariation(of(-0.5, 0.5), generated)).toBe(first)
    expect(totalVariation(of(-0.5, 0.5), { ...generated, deviation: 1 })).toBe(first)
  }
  expect(totalVariation(of(-0.5), of(0.5))).not.toBe(totalVariation(of(-0.5), of(0.25)))
})
