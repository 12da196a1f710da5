import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalAspect } from './phase-plane.ts'
import { logRangeOf, place, rangeOf, steady, valueAt, type Range } from './axis.ts'
import { scaleColor, sixteen, sixteenColor } from './color-scale.ts'
import { band } from './band.ts'
import { drawDensities } from './densities.ts'
import { bottomAxis, leftAxis } from './frame-axes.ts'
import { heatRow, heatRows } from './heat-map.ts'
import { drawPhasePlane } from './phase-plane.ts'
import type { Run } from './run.ts'
import { sparkline } from './sparkline.ts'
import { screenToSvg } from './svg.ts'
import { ticks } from './ticks.ts'
import { drawTrajectories } from './trajectories.ts'
import { drawUnitCircle } from './unit-circle.ts'

const number = fc.oneof(fc.double(), fc.double({ min: -10, max: 10, noNaN: true }), fc.integer())
const numbers = fc.array(number, { maxLength: 30 })
const size = fc.integer({ min: 0, max: 60 })
const height = fc.integer({ min: 0, max: 20 })
const glyphs = fc.constantFrom('braille', 'ascii')
const range: fc.Arbitrary<Range> = fc
  .tuple(number, number, fc.constantFrom('linear', 'log'))
  .map(([low, high, scale]) => ({ low, high, scale }))
const ink = fc.integer({ min: 1, max: 9 })

const expectSize = (rows: readonly (readonly Run[])[], columns: number, count: number): void => {
  expect(rows).toHaveLength(count)
  for (const runs of rows) expect(runs.map(({ text }) => text).join('')).toHaveLength(columns)
}

test('curves of any numbers in any ranges fill their rows and throw nothing', () => {
  fc.assert(
    fc.property(
      fc.record({ a: numbers, b: numbers, x: range, y: range, size, height, glyphs, ink }),
      ({ a, b, x, y, size: columns, height: rows, glyphs: set, ink: at }) => {
        const line = { steps: b, values: a, ink: at }
        const level = { value: a[0] ?? 0, ink: at }
        expectSize(drawTrajectories([line], [level], x, y, columns, rows, set), columns, rows)
        const mixture = { means: a, weights: a, deviations: a.map((_, k) => b[k] ?? 1) }
        const curves = [true, false].map((dotted) => ({ mixture, ink: at, dotted }))
        expectSize(drawDensities(curves, x, y, columns, rows, set), columns, rows)
        const plane = { paths: [{ x: a, y: b, ink: at }], targets: [{ x: 1, y: NaN, ink: at }] }
        expectSize(drawPhasePlane(plane, x, y, columns, rows, set), columns, rows)
        const points = a.map((re, k) => ({ re, im: b[k] ?? 0, ink: at }))
        expectSize(drawUnitCircle(points, columns, rows, set).rows, columns, rows)
        const spans = a.map((left, k) => ({ left, right: b[k] ?? Infinity }))
        expect(band(spans, x, columns, set)).toHaveLength(columns)
        expect(sparkline(a, columns, set)).toHaveLength(columns)
        expect(sparkline(a, columns, set, y)).toHaveLength(columns)
      },
    ),
    { numRuns: 300 },
  )
})

test('axes keep their widths, and no label is cut, touches another or says another number', () => {
  fc.assert(
    fc.property(range, size, height, glyphs, (any, columns, rows, set) => {
      const [line, labels] = bottomAxis(any, columns, set)
      expect([line.length, labels.length]).toEqual([columns, columns])
      const left = leftAxis(any, rows, set, 9)
      expect(left).toHaveLength(rows)
      expect(new Set(left.map(({ length }) => length)).size).toBeLessThanOrEqual(1)
      for (const row of left) expect(row.length).toBeLessThanOrEqual(9)
      for (const shown of [labels, ...left.map((row) => row.slice(0, -1))]) {
        for (const label of shown.trim().split(/\s+/).filter(Boolean)) {
          const value = Number(label)
          const slack = 1e-9 * (any.high - any.low)
          expect(value).toBeGreaterThanOrEqual(any.low - slack)
          expect(value).toBeLessThanOrEqual(any.high + slack)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a tick is the number on its label, and ticks are in order', () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 0, max: 30 }), (any, most) => {
      const found = ticks(any, most)
      expect(found.length).toBeLessThanOrEqual(most)
      found.forEach(({ value, label }, k) => {
        expect(Number(label)).toBe(value)
        if (k > 0) expect(value).toBeGreaterThan(found[k - 1]!.value)
      })
    }),
    { numRuns: 1000 },
  )
})

test('ranges of any numbers hold the finite ones and have a length', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e300, max: 1e300 })), (values) => {
      const finite = values.filter(Number.isFinite)
      const linear = rangeOf(values)
      expect(linear.low).toBeLessThan(linear.high)
      const log = logRangeOf(values)
      expect(log.low).toBeGreaterThan(0)
      expect(log.low).toBeLessThan(log.high)
      expect(steady(log)).toBe(log)
      for (const value of finite) {
        expect(value >= linear.low && value <= linear.high).toBe(true)
        if (value >= 1e-300) expect(value >= log.low && value <= log.high).toBe(true)
        else if (value <= 0) expect(place(value, log, 10)).toBeNaN()
      }
    }),
  )
})

test('a cell is where its number is, on either scale', () => {
  for (const scale of ['linear', 'log'] as const) {
    const any = { low: 1e-3, high: 20, scale }
    for (let cell = 0; cell < 9; cell++)
      expect(place(valueAt(cell, any, 9), any, 9)).toBeCloseTo(cell, 9)
  }
})

test('heat of any numbers fills its rows', () => {
  const look = fc.record({
    glyphs,
    depth: fc.constantFrom('rgb', '16', 'none'),
    scale: fc.constantFrom('viridis', 'cividis'),
  })
  fc.assert(
    fc.property(fc.array(numbers), look, (grid, chosen) => {
      const columns = Math.max(0, ...grid.map((row) => row.length))
      expectSize(heatRows(grid, chosen), columns, Math.ceil(grid.length / 2))
      for (const run of heatRow(grid[0]?.map((top) => ({ top, bottom: 1 })) ?? [], chosen)) {
        for (const color of [run.front, run.back]) {
          if (color !== undefined && !sixteen.some((name) => name === color))
            expect(color).toMatch(/^#[0-9a-f]{6}$/)
        }
      }
    }),
  )
})

test.each(['viridis', 'cividis'] as const)('%s grows lighter all the way', (scale) => {
  const light = (color: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2)
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const lights = Array.from({ length: 65 }, (_, k) => light(scaleColor(k / 64, scale)))
  lights.forEach((value, k) => k > 0 && expect(value).toBeGreaterThan(lights[k - 1]!))
  expect([scaleColor(-1, scale), scaleColor(2, scale)]).toEqual([
    scaleColor(0, scale),
    scaleColor(1, scale),
  ])
})

test('sixteen colours: the whole scale is used', () => {
  const used = Array.from({ length: 101 }, (_, k) => sixteenColor(k / 100))
  expect([...new Set(used)]).toEqual(sixteen)
})

test('equal aspect holds both ranges and makes a circle of a circle', () => {
  const [x, y] = equalAspect({ low: -1, high: 1 }, { low: 0, high: 5 }, 40, 10)
  expect(y).toEqual({ low: 0, high: 5 })
  expect((x.high - x.low) / 79).toBeCloseTo(5 / 39)
  expect(x.low + x.high).toBe(0)
})

test('a picture is well formed, whatever the text, and fetches nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }))), (texts) => {
      const lines = texts.map((row) => row.map((text, at) => ({ text, ink: at })))
      const svg = screenToSvg(lines, { inks: ['red"/><script>'] })
      expect(svg).not.toMatch(/<script|href|url\(|[^\n\P{Cc}]/u)
      const inside = svg.replaceAll(/<\/?(svg|g|rect|text)(\s[\w:-]+="[^"<]*")*\/?>/g, '')
      expect(inside).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/)
    }),
  )
})
