import type { NumberFigure, RateFigure, TimeFigure } from '@ganglion/report'
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

test('numbers of the last frame over an axis: a figure each, shares together in one', () => {
  const groups = [10, 0.1].map((sigma) => ({ options: { sigma }, members: 20 }))
  const section = {
    groups: { sigma: { values: [10, 0.1], set: { 'discriminator.sigma': 'sigma' } } },
    statistics: {
      w2: { signal: 'w2Ratio', as: 'median' },
      gone: { signal: 'diverged', as: 'mean' },
      paired: { signal: 'paired', as: 'share' },
    },
  }
  const summary = groups.map(({ options }, g): GroupSummary => ({
    group: options,
    w2: { median: g === 0 ? null : 3, low: 2, high: 4, count: g === 0 ? 0 : 20 },
    gone: { mean: 0.5, standardError: 0.1, count: 20 },
    paired: 0.25,
  }))
  const figures = axisFigures({ section, groups } as unknown as SweepOutline, summary, 'run')
  expect(figures).toMatchObject([
    {
      kind: 'rates',
      name: 'run-sigma-shares',
      measured: 'share in %',
      x: { values: [0.1, 10] },
      lines: [{ label: 'paired', points: [{ count: 5, trials: 20 }, { count: 5 }] }],
    },
    {
      kind: 'numbers',
      name: 'run-sigma-w2',
      title: 'median of w2Ratio at the end over sigma, with 95 % intervals',
      scale: 'log',
      // A group without a number has no point.
      lines: [{ label: 'w2', points: [{ x: 0.1, value: 3, low: 2, high: 4, count: 20 }] }],
    },
    { kind: 'numbers', name: 'run-sigma-gone', lines: [{ points: [{ x: 0.1 }, { x: 10 }] }] },
  ])
  const [point] = (figures[2] as NumberFigure).lines[0]!.points
  expect(point!.low).toBeCloseTo(0.304, 3)
})
