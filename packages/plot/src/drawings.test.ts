import { expect, test } from 'vitest'
import { logRangeOf, place } from './axis.ts'
import { Canvas } from './braille.ts'
import { expectGolden } from './fixtures/golden.ts'
import { textOf } from './fixtures/gallery.ts'
import { leftAxis } from './frame-axes.ts'
import { heatRow, heatRows } from './heat-map.ts'
import { drawPhasePlane } from './phase-plane.ts'
import { sparkline } from './sparkline.ts'
import { screenToSvg } from './svg.ts'
import { ticks } from './ticks.ts'
import { drawTrajectories } from './trajectories.ts'
import { drawUnitCircle } from './unit-circle.ts'

test('ASCII: inks differ without colour, dots of the first by their height', () => {
  const canvas = new Canvas(6, 1, 'ascii')
  canvas.dot(0, 0, 1)
  canvas.dot(2, 3, 1)
  canvas.line(4, 0, 4, 3, 1)
  canvas.dot(6, 0, 2)
  canvas.dot(8, 0, 3)
  expect(textOf(canvas.rows())).toEqual([".':*+ "])
})

test('logarithmic ticks: decades, 1-2-5 where there is room, every second decade where there is none', () => {
  const labels = (low: number, high: number, most: number): string[] =>
    ticks({ low, high, scale: 'log' }, most).map(({ label }) => label)
  expect(labels(0.001, 1000, 7)).toEqual(['0.001', '0.01', '0.1', '1', '10', '100', '1000'])
  expect(labels(0.1, 10, 8)).toEqual(['0.1', '0.2', '0.5', '1', '2', '5', '10'])
  expect(labels(1e-12, 1, 7)).toEqual(['1e-12', '1e-10', '1e-8', '1e-6', '1e-4', '0.01', '1'])
  expect(labels(1e-300, 1e300, 5)).toEqual(['1e-200', '1', '1e200'])
  expect(labels(0.31, 0.39, 5)).toEqual(['0.32', '0.34', '0.36', '0.38'])
  expect(labels(0, 1, 1)).not.toContain('1e0')
})

test('zero and below have no place on a logarithmic range and are gaps', () => {
  const y = logRangeOf([0, -3, 0.02, 40, NaN, Infinity])
  expect(y).toEqual({ low: 0.02, high: 50, scale: 'log' })
  expect([place(0, y, 9), place(-1, y, 9)]).toEqual([NaN, NaN])
  const steps = [0, 1, 2, 3, 4]
  const lines = [{ steps, values: [1, 1, 0, 1, 1], ink: 1 }]
  const range = { low: 0.1, high: 10, scale: 'log' } as const
  expect(textOf(drawTrajectories(lines, [], { low: 0, high: 4 }, range, 9, 1))).toEqual([
    '⠤⠤⠄   ⠠⠤⠤',
  ])
})

test('a left axis too wide for its columns has fewer labels or none', () => {
  const range = { low: 0, high: 0.001 }
  const axis = (widest: number): string[] => leftAxis(range, 5, 'ascii', widest)
  expect(axis(7)).toEqual(['0.0010+', '      |', '0.0005+', '      |', '0.0000+'])
  expect(axis(6)).toEqual(['0.001+', '     |', '     |', '     |', '0.000+'])
  expect(axis(5)).toEqual(['|', '|', '|', '|', '|'])
})

test('a path: start, end and target; a path of one point, and of none', () => {
  const range = { low: 0, high: 4 }
  const draw = (x: number[], y: number[]): string[] =>
    textOf(
      drawPhasePlane(
        { paths: [{ x, y, ink: 3 }], targets: [{ x: 2, y: 0, ink: 1 }] },
        range,
        range,
        5,
        1,
        'ascii',
      ),
    )
  expect(draw([0, 1, 2, 3, 4], [0, 0, 0, 0, 0])).toEqual(['S+X+E'])
  expect(draw([4], [0])).toEqual(['  X E'])
  expect(draw([], [])).toEqual(['  X  '])
  expect(draw([NaN, 0, 4, Infinity], [0, 0, 0, 0])).toEqual(['S+X+E'])
})

test('an eigenvalue outside the circle is marked so, however far', () => {
  const far = drawUnitCircle([{ re: -30, im: 0, ink: 2 }], 20, 5, 'ascii')
  expect(far.x.low).toBeLessThanOrEqual(-30)
  expect(textOf(far.rows).join('')).toMatch(/X/)
  const edge = drawUnitCircle([{ re: 0, im: 1, ink: 2 }], 20, 5)
  expect(textOf(edge.rows).join('')).toMatch(/●/)
})

test('sparkline: newest right, largest of a share, gaps', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 10)).toBe('  ▁▂▃▄▅▆▇█')
  expect(sparkline([0, 9, 0, 0, 0, 0], 3, 'ascii')).toBe('@__')
  expect(sparkline([1, NaN, 2], 3)).toBe('▁ █')
})

test('heat: two numbers a character, halves not known, no colour', () => {
  const cells = [
    { top: 0, bottom: 1 },
    { top: 0, bottom: 1 },
    { top: NaN, bottom: 1 },
    { top: 0, bottom: NaN },
    { top: NaN, bottom: NaN },
  ]
  expect(heatRow(cells)).toEqual([
    { text: '▀▀', ink: 0, front: '#440154', back: '#fde725' },
    { text: '▄', ink: 0, front: '#fde725' },
    { text: '▀', ink: 0, front: '#440154' },
    { text: ' ', ink: 0 },
  ])
  expect(heatRow(cells, { depth: '16' })[0]).toEqual({
    text: '▀▀',
    ink: 0,
    front: 'black',
    back: 'whiteBright',
  })
  expect(heatRow(cells, { depth: 'none' })).toEqual([{ text: '++@ ?', ink: 0 }])
})

test('golden frame: a screen as SVG', () => {
  const lines = [
    [{ text: 'li2017 <fig1b> & "\u001b[31m\u202e"', ink: 0 }],
    [
      { text: '0.4┤', ink: 0 },
      { text: '⡠⠊ ⠑', ink: 3 },
    ],
    ...heatRows(
      [
        [0, 0.5, NaN],
        [1, 0.5, 0.2],
      ],
      { scale: 'cividis' },
    ),
    ...heatRows([[0.3], [0.9]], { depth: '16' }),
  ]
  expectGolden('screen-svg.txt', screenToSvg(lines, { inks: [undefined, 'gold', 'plum', '#0cc'] }))
})
