import type { RateFigure, TimeFigure } from '@ganglion/report'
import { wilson, type GroupSummary, type SweepOutline } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { groupNames } from './group-names.ts'
import { axisFigures } from './report-axis-figures.ts'

const rate = (successes: number, members: number) => ({
  mean: successes / members,
  standardError: 0.1,
  cells: 2,
  successes,
  members,
  wilson: wilson(successes, members),
})
const time = (median: number | null) => ({
  median,
  low: median,
  high: null,
  mean: 50,
  meanLow: 40,
  meanHigh: 60,
  censored: 1,
  count: 8,
})

/** Groups of alpha, each with and without something; a region never has cells. */
function world(
  alphas: readonly number[],
  spacing: 'linear' | 'geometric',
  kinds: readonly string[],
) {
  const groups = kinds.flatMap((geometry) => alphas.map((alpha) => ({ alpha, geometry })))
  const section = {
    groups: {
      alpha: { values: { from: 0.1, to: 0.5, count: 2, spacing }, set: { steps: 'alpha' } },
    },
    times: { near: { signal: 'l1', below: 0.1 } },
  }
  const outline = {
    section,
    groups: groups.map((options) => ({ options, steps: 900 })),
  } as unknown as SweepOutline
  const summary = groups.map(({ alpha, geometry }, g): GroupSummary => ({
    group: kinds.length > 1 ? { alpha, geometry } : { alpha },
    ordered: { means: rate(g, 8), times: { near: time(alpha < 0.2 ? null : 100 * alpha) } },
    reversed: null,
  }))
  return axisFigures(outline, summary, 'run')
}

test('success and times over an axis, in its order; a region without cells has no line', () => {
  const [rates, times] = world([0.5, 0.1], 'geometric', ['mass']) as [RateFigure, TimeFigure]
  expect(rates).toMatchObject({
    kind: 'rates',
    name: 'run-alpha-success',
    x: { label: 'alpha', values: [0.1, 0.5] },
    lines: [{ label: 'ordered, means', points: [{ count: 1, trials: 8 }, { count: 0 }] }],
  })
  expect(times).toMatchObject({
    kind: 'times',
    name: 'run-alpha-time-near',
    title: 'steps until l1 is below 0.1 (near), medians with 95 % intervals',
    scale: 'log',
    last: 900,
    lines: [
      {
        label: 'ordered',
        points: [
          { x: 0.1, median: null, censored: 1, count: 8 },
          { x: 0.5, median: 50, high: null },
        ],
      },
    ],
  })
})

test('evenly spaced values and times from 0 stand on linear axes', () => {
  const [, linear] = world([0.5, 0.1], 'linear', ['mass']) as [RateFigure, TimeFigure]
  expect(linear.scale).toBe('linear')
  const [, zero] = world([0, 0.5], 'geometric', ['mass']) as [RateFigure, TimeFigure]
  expect(zero.scale).toBe('linear')
})

test('groups that differ in more are lines of one drawing, or drawings of their own where there are too many', () => {
  const two = world([0.5, 0.1], 'linear', ['coordinate', 'mass'])
  expect(two).toHaveLength(2)
  expect(two[0]).toMatchObject({
    lines: [
      { label: 'geometry=coordinate, ordered, means' },
      { label: 'geometry=mass, ordered, means' },
    ],
  })
  const many = world([0.5, 0.1], 'linear', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  expect(many).toHaveLength(14)
  expect(many[12]).toMatchObject({
    name: 'run-alpha-geometry-g-success',
    title: 'geometry=g: share of members that succeed over alpha, with 95 % intervals',
  })
})

test('names of groups have four digits, or as many as tell them apart', () => {
  expect(groupNames([{ alpha: 0.013223761271250096 }, { alpha: 0.5, plugin: 'x' }])).toEqual([
    'alpha=0.01322',
    'alpha=0.5 plugin=x',
  ])
  expect(groupNames([{ alpha: 0.5 }, { alpha: 0.500001 }])).toEqual(['alpha=0.5', 'alpha=0.500001'])
  expect(groupNames([{}])).toEqual([''])
})
