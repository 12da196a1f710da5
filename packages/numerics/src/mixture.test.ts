import { expect, test } from 'vitest'
import { mixtureDensity, mixtureMass, type Mixture } from './mixture.ts'

const mixture: Mixture = { weights: [0.25, 0.75], means: [-1, 3], deviation: 2 }

test('the density integrates to the mass', () => {
  const n = 2000
  let sum = 0
  for (let i = 0; i < n; i++) sum += mixtureDensity(mixture, -4 + (9 * (i + 0.5)) / n)
  expect((sum * 9) / n).toBeCloseTo(mixtureMass(mixture, -4, 5), 6)
})

test('the whole line has mass 1, a point none, and exchanged ends the opposite sign', () => {
  expect(mixtureMass(mixture, -Infinity, Infinity)).toBe(1)
  expect(mixtureMass(mixture, 2, 2)).toBe(0)
  expect(mixtureMass(mixture, Infinity, Infinity)).toBe(0)
  expect(mixtureMass(mixture, 5, 1)).toBe(-mixtureMass(mixture, 1, 5))
  const halves = mixtureMass(mixture, -Infinity, 1) + mixtureMass(mixture, 1, Infinity)
  expect(halves).toBeCloseTo(1, 15)
})

test('both tails keep their digits', () => {
  const one: Mixture = { weights: [1], means: [0], deviation: 1 }
  const tail = 7.6198530241605e-24
  expect(mixtureMass(one, 10, Infinity) / tail).toBeCloseTo(1, 12)
  expect(mixtureMass(one, -Infinity, -10) / tail).toBeCloseTo(1, 12)
  expect(mixtureMass(one, 10, 11)).toBe(mixtureMass(one, -11, -10))
})
