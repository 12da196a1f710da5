import { watch, type Observation } from '@ganglion/core'
import { cos, sin } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { approximateModeCollapse } from './approximate-mode-collapse.ts'

const ring = [1, 0, 0, 1, -1, 0, 0, -1]
const quarter = [0.25, 0.25, 0.25, 0.25]
const events = (
  positions: (step: number) => readonly number[],
  over: Observation['signals'] = {},
  options = {},
) => {
  const watching = watch([approximateModeCollapse({ hold: 100, ...options })], 1)
  return Array.from({ length: 600 }, (_, step): Observation => ({
    step,
    signals: {
      'generator.positions': positions(step),
      'generator.masses': quarter,
      'target.positions': ring,
      'target.masses': quarter,
      ...over,
    },
  })).flatMap((observation) => watching.next(observation).events)
}
const others = [0, 1, -1, 0]

test('two points at rest about one true point, from when they came', () => {
  const found = events((step) => [1, 0.2, step < 50 ? 3 : 1, -0.2, ...others])
  expect(found).toMatchObject([
    { event: 'approximate-mode-collapse', severity: 'error', step: 150, since: 50 },
  ])
  expect(found[0]).toMatchObject({ evidence: { point: 0, held: 2, excess: -0.25, hold: 100 } })
  const [event] = found
  if (event?.type !== 'event') throw new Error('no finding')
  expect(event.evidence['spread']).toBeCloseTo(0.2, 12)
  expect(event.evidence['limit']).toBeCloseTo(0.35 * Math.SQRT2, 12)
})

test('two that circle about it have a centre at rest', () => {
  const circling = (step: number) => {
    const [x, y] = [0.3 * cos(step / 7), 0.3 * sin(step / 7)]
    return [1 + x, y, 1 - x, -y, ...others]
  }
  expect(events(circling)).toHaveLength(1)
})

test('two that pass by do not rest', () => {
  const passing = (step: number) => [1, step / 500 - 0.5, 1.1, step / 500 - 0.5, ...others]
  expect(events(passing)).toEqual([])
  expect(events(passing, {}, { still: 2 })[0]).toMatchObject({ type: 'event' })
})

test('no excess, no collapse: the true point weighs as much, or each has its own', () => {
  const pair = [1, 0.2, 1, -0.2, ...others]
  const heavy = { 'target.masses': [0.5, 0.25, 0.25, 0] }
  expect(events(() => pair, heavy)).toEqual([])
  expect(events(() => [1, 0.2, 0, -1.1, ...others])).toEqual([])
  expect(events(() => pair, { 'generator.masses': [0.125, 0.125, 0.25, 0.5] })).toEqual([])
})

test('far from it, or nearer to another true point, they are not held', () => {
  expect(events(() => [1, 0.6, 1, -0.6, ...others])).toEqual([])
  expect(events(() => [1, 0.49, 1, -0.49, ...others])).toHaveLength(1)
})

test('is cleared when one goes, with hysteresis', () => {
  const leaving = (step: number) => [
    1,
    0.2,
    1,
    step < 300 ? -0.2 : step < 400 ? -0.55 : -0.7,
    ...others,
  ]
  expect(events(leaving)).toMatchObject([
    { type: 'event', since: 0 },
    { type: 'cleared', since: 400, evidence: { point: 0 } },
  ])
})

test('in ten dimensions, and on a line', () => {
  const at = (x: number) => [x, ...Array.from({ length: 9 }, () => 0)]
  const half = { 'generator.masses': [0.5, 0.5], 'target.masses': [0.5, 0.5] }
  const two = { ...half, 'target.positions': [...at(0), ...at(1)] }
  expect(events(() => [...at(0.1), ...at(-0.1)], two)).toHaveLength(1)
  expect(events(() => [...at(0.1), ...at(0.9)], two)).toEqual([])
  expect(events(() => [0.1, -0.1], { ...half, 'target.positions': [0, 1] })).toHaveLength(1)
})

test('a single true point cannot have too much', () => {
  const one = { 'target.positions': [0, 0], 'target.masses': 1 }
  expect(events(() => [0, 0, 0, 0.1, 0.1, 0, 0, 0], one)).toEqual([])
})

test('says when it lacks masses', () => {
  expect(events(() => ring, { 'generator.masses': [] })).toMatchObject([
    { type: 'insufficient-data', missing: ['generator.masses'] },
  ])
})
