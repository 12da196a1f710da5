import { expect, test } from 'vitest'
import { band } from './band.ts'
import { Canvas } from './braille.ts'
import { density, drawDensities } from './densities.ts'
import { bottomAxis, leftAxis } from './frame-axes.ts'
import type { Run } from './run.ts'
import { ticks } from './ticks.ts'
import { drawTrajectories } from './trajectories.ts'

const text = (rows: Run[][]): string[] => rows.map((runs) => runs.map((run) => run.text).join(''))
const normal = { means: [0], weights: [1], deviations: [1] }

test('a diagonal from corner to corner', () => {
  const canvas = new Canvas(4, 2)
  canvas.line(0, 0, 7, 7, 1)
  expect(text(canvas.rows())).toEqual(['  ⡠⠊', '⡠⠊  '])
})

test('a line through the canvas is clipped, not bent', () => {
  const canvas = new Canvas(4, 2)
  canvas.line(-100, -100, 100, 100, 1)
  expect(text(canvas.rows())).toEqual(['  ⡠⠊', '⡠⠊  '])
  canvas.line(NaN, 0, 5, Infinity, 1)
  canvas.line(0, 50, 7, 50, 1)
  expect(text(canvas.rows())).toEqual(['  ⡠⠊', '⡠⠊  '])
})

test('the highest ink of a character wins', () => {
  const canvas = new Canvas(2, 1)
  canvas.dot(0, 0, 3)
  canvas.dot(1, 1, 1)
  canvas.dot(2, 0, 1)
  expect(canvas.rows()).toEqual([
    [
      { text: '⡠', ink: 3 },
      { text: '⡀', ink: 1 },
    ],
  ])
})

test('ticks are round, inside the range and written exactly', () => {
  const written = (low: number, high: number, most: number) =>
    ticks({ low, high }, most).map((tick) => tick.label)
  expect(written(0, 1, 6)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0'])
  expect(written(-1.3, 1.2, 3)).toEqual(['-1', '0', '1'])
  expect(written(0, 5000, 4)).toEqual(['0', '2000', '4000'])
  expect(written(0.111, 0.114, 4)).toEqual(['0.111', '0.112', '0.113', '0.114'])
  expect(written(0, 4e7, 3)).toEqual(['0', '2e7', '4e7'])
  expect(written(0, 3e-6, 3)).toEqual(['0', '2e-6'])
  expect(written(1, 1, 3)).toEqual([])
})

test('every label says the number at its tick', () => {
  for (const [low, high] of [
    [-3.7, 12.9],
    [0.02, 0.0451],
    [-1e-7, 1e-7],
    [123456, 123999],
    [-2e9, 7e8],
  ] as const) {
    for (let most = 1; most < 12; most++) {
      const found = ticks({ low, high }, most)
      expect(found.length).toBeLessThanOrEqual(most)
      for (const { value, label } of found) {
        expect(Math.abs(Number(label) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value))
        expect(value).toBeGreaterThanOrEqual(low - 1e-9 * (high - low))
        expect(value).toBeLessThanOrEqual(high + 1e-9 * (high - low))
      }
    }
  }
})

test('the bottom axis', () => {
  expect(bottomAxis({ low: -4, high: 4 }, 33)).toEqual([
    '┬───────┬───────┬───────┬───────┬',
    '-4     -2       0       2       4',
  ])
  const [line, labels] = bottomAxis({ low: 0, high: 1e9 }, 8)
  expect(line).toHaveLength(8)
  expect(labels).toHaveLength(8)
})

test('the left axis', () => {
  expect(leftAxis({ low: 0, high: 0.4 }, 5)).toEqual(['0.4┤', '   │', '0.2┤', '   │', '0.0┤'])
})

test('intervals: both ends, infinite ends, outside, within a character, empty', () => {
  const range = { low: -4, high: 4 }
  expect(band([{ left: -2, right: 2 }], range, 17)).toBe('····▒▒▒▒▒▒▒▒▒····')
  expect(band([{ left: -Infinity, right: 0 }], range, 17)).toBe('◂▒▒▒▒▒▒▒▒········')
  expect(band([{ left: 0, right: Infinity }], range, 17)).toBe('········▒▒▒▒▒▒▒▒▸')
  expect(band([{ left: 50, right: 60 }], range, 17)).toBe('················▸')
  expect(band([{ left: -60, right: -50 }], range, 17)).toBe('◂················')
  expect(band([{ left: 1, right: 1.01 }], range, 17)).toBe('··········┃······')
  expect(band([{ left: 2, right: 1 }], range, 17)).toBe('·················')
})

test('densities: a solid and a dotted curve', () => {
  expect(density(normal, 0)).toBeCloseTo(0.3989422804)
  const draw = (dotted: boolean) =>
    text(
      drawDensities(
        [{ mixture: normal, ink: 1, dotted }],
        { low: -4, high: 4 },
        { low: 0, high: 0.4 },
        20,
        4,
      ),
    )
  expect(draw(false)).toMatchInlineSnapshot(`
    [
      "        ⣠⠊⠑⢆        ",
      "       ⡰⠁   ⢣       ",
      "      ⡴⠁     ⠣⡀     ",
      "⣀⣀⣀⡠⠤⠊        ⠙⠤⢄⣀⣀⣀",
    ]
  `)
  expect(draw(true)).toMatchInlineSnapshot(`
    [
      "         ⠂⠐         ",
      "       ⠐    ⠂       ",
      "      ⠄      ⠠      ",
      "⡀⢀ ⡀⠠          ⠄⢀ ⡀⢀",
    ]
  `)
})

test('trajectories: a line with a gap over a dotted level', () => {
  const steps = [0, 1, 2, 3, 4]
  const rows = drawTrajectories(
    [{ steps, values: [0, 1, NaN, 3, 4], ink: 3 }],
    [{ value: 2, ink: 1 }],
    { low: 0, high: 4 },
    { low: 0, high: 4 },
    10,
    4,
  )
  expect(text(rows)).toMatchInlineSnapshot(`
    [
      "       ⢀⠔⠊",
      "⡀ ⡀ ⡀ ⡀⠁⡀ ",
      "  ⢀       ",
      "⡠⠒⠁       ",
    ]
  `)
})

test('a low axis has two labels or more: closer ones before a single one', () => {
  for (const rows of [3, 4]) {
    const labels = leftAxis({ low: 0, high: 0.4 }, rows).filter((row) => /\d/.test(row))
    expect(labels.map((row) => row.slice(0, 3))).toEqual(['0.4', '0.2', '0.0'])
  }
})
