import { expect, test } from 'vitest'
import { blankView } from '../view-store.ts'
import { deepStory, lineStory, pointsStory } from '../fixtures/points-story.ts'
import type { View } from '../feed.ts'
import { firstUi, paneNames } from '../ui.ts'
import { contents } from './contents.ts'
import { lineWidth } from './line.ts'
import { excessLine } from './excess-line.ts'

const { densities } = contents
const text = (view: View, columns = 90, rows = 24): string[] =>
  densities
    .lines(view, firstUi, 'ascii', columns, rows)
    .map((line) => line.map((piece) => piece.text).join(''))
const legend = (view: View, at = 0): string =>
  densities
    .legends(view, firstUi, 'ascii')
    [at]!.map((piece) => piece.text)
    .join(' ')

const withPositions = (view: View, positions: readonly number[]): View => {
  const frame = {
    ...view.frame!,
    signals: { ...view.frame!.signals, 'generator.positions': positions },
  }
  return { ...view, frame }
}

test('the pane is called points where laws are points', () => {
  for (const view of [pointsStory, deepStory, lineStory])
    expect(densities.title!(view)).toBe('points')
  expect(densities.title!(blankView)).toBe('densities')
})

test('the principal axes of more than two dimensions are told, however narrow the pane', () => {
  expect(legend(deepStory)).toContain('principal axes 1, 2 of 10')
  expect(legend(deepStory, densities.legends(deepStory, firstUi, 'ascii').length - 1)).toBe(
    'PC 1, 2 of 10',
  )
  expect(legend(pointsStory)).not.toContain('axes')
})

test('points that ran away are counted, and widen nothing', () => {
  const near = pointsStory.frame!.signals['generator.positions'] as readonly number[]
  const gone = withPositions(pointsStory, [1e7, 1e7, NaN, 0, ...near.slice(4)])
  expect(legend(gone)).toContain('2 beyond')
  expect(text(gone).at(-2)).not.toMatch(/e\+|00000/)
  expect(text(gone).join('')).toContain('X')
  const nowhere = withPositions(lineStory, lineStory.frame!.signals['generator.masses'] as number[])
  expect(text(nowhere).length).toBe(24)
})

test('nothing breaks without history, heat or a finite number, at any size', () => {
  const lost = (name: string) =>
    Array.from({ length: name.startsWith('target') ? 8 : 16 }, () => NaN)
  const frame = {
    ...pointsStory.frame!,
    signals: {
      ...pointsStory.frame!.signals,
      ...Object.fromEntries(
        ['target.positions', 'generator.positions'].map((name) => [name, lost(name)]),
      ),
    },
  }
  const views = [
    pointsStory,
    deepStory,
    lineStory,
    { ...pointsStory, history: [], heat: null },
    { ...lineStory, critic: null },
    { ...pointsStory, frame, history: [frame] },
  ]
  for (const view of views)
    for (const name of paneNames)
      for (const [columns, rows] of [
        [1, 1],
        [8, 3],
        [20, 6],
        [31, 9],
        [70, 20],
      ] as const) {
        const lines = contents[name].lines(view, firstUi, 'braille', columns, rows)
        expect(lines.length, `${name} at ${columns}x${rows}`).toBeLessThanOrEqual(rows)
        // Windows of less than 20 columns are cut at the edge.
        for (const line of columns < 20 ? [] : lines)
          expect(lineWidth(line), `${name} at ${columns}x${rows}`).toBeLessThanOrEqual(columns)
        contents[name].legends(view, firstUi, 'braille')
      }
})

test('a critic that cannot be drawn says why above the points', () => {
  const lines = text({ ...pointsStory, heat: null, criticFault: 'critic threw: oops' })
  expect(lines[0]).toContain('D cannot be drawn: critic threw: oops')
  expect(lines.join('')).toContain('X')
})

test('excess masses stand as far as they fit, rounding is 0, and all at 0 is good', () => {
  const frame = (excess: number[]) => ({ step: 0, signals: { 'excess-mass': excess } })
  const told = (excess: number[], columns: number) =>
    excessLine(frame(excess), columns, 'ascii').map((line) => [line[0]!.text, line[0]!.role])
  expect(told([0.125, -0.25, 1e-17], 40)).toEqual([[' Delta +0.125 -0.25 0', undefined]])
  expect(told([0, -1e-17], 40)).toEqual([[' Delta 0 0', 'good']])
  expect(told([0.125, -0.25, 0.125, 0.5], 22)).toEqual([[' Delta +0.125 +3 more', undefined]])
  expect(told([], 40)).toEqual([])
})
