import type { StepStability } from 'ganglion/stability'
import { expect, test } from 'vitest'
import { radiusWords, sidesOf, verdictWords } from './stability-words.ts'

const step = (told: Partial<StepStability>): StepStability => ({
  step: 3,
  coordinates: 3,
  eigenvalues: [],
  radius: 1,
  verdict: 'critical',
  leading: { re: 1, im: 0 },
  neutral: 0,
  movingRadius: 1,
  uncertainty: 1e-15,
  twofold: Infinity,
  random: false,
  ...told,
})

test('the verdict, what it means, and how fast', () => {
  const first = (told: Partial<StepStability>) => verdictWords(step(told))[0]
  expect(first({ verdict: 'stable', radius: 0.99, movingRadius: 0.99, twofold: 68.9 })).toBe(
    'stable: a small displacement shrinks, halved in 69 steps',
  )
  expect(first({ verdict: 'unstable', radius: 3, movingRadius: 3, twofold: 0.63 })).toBe(
    'unstable: a small displacement grows, doubled in a step',
  )
  expect(first({ verdict: 'rotating' })).toBe('rotating: a small displacement goes round for ever')
  expect(first({})).toBe('critical: a small displacement stays; terms of higher order decide')
})

test('what only stands still is told apart', () => {
  expect(verdictWords(step({ neutral: 2, movingRadius: 0.99, twofold: 68.9 }))[0]).toBe(
    'critical: 2 directions stay, the others shrink, halved in 69 steps',
  )
})

test('the radius, and its distance from 1 where that says more', () => {
  expect(radiusWords(step({ radius: 1 }))).toEqual(['spectral radius 1', 'radius 1'])
  expect(radiusWords(step({ radius: 1.5 }))[0]).toBe('spectral radius 1.5')
  expect(radiusWords(step({ radius: 1e6 }))[0]).toBe('spectral radius 1000000')
  expect(radiusWords(step({ radius: 1 + 2 ** -20 }))).toEqual([
    'spectral radius 1.000001 = 1 + 9.5e-7',
    'radius 1 + 9.5e-7',
  ])
  expect(radiusWords(step({ radius: 0.9999 }))[1]).toBe('radius 1 - 1.0e-4')
  expect(radiusWords(step({ radius: 1e30 }))[1]).toBe('radius 1.0e30')
})

test('eigenvalues are counted by sides', () => {
  const z = (re: number) => ({ re, im: 0, doubt: 1e-12 })
  expect(sidesOf([z(1), z(1 + 1e-9), z(0.5), z(-1)])).toEqual({ inside: 1, on: 2, outside: 1 })
})
