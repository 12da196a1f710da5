import { expect, test } from 'vitest'
import { drawSeries, level, thinned, type Series } from './series.ts'

const x = { low: 0, high: 1999 }
const y = { low: -1, high: 1 }
const at = Array.from({ length: 2000 }, (_, k) => k)
const wave = (style: Series['style'], values = at.map((k) => Math.sin(k / 90))): Series => ({
  at,
  values,
  ink: 1,
  style,
})
const text = (series: Series, size = { columns: 40, rows: 6 }): string =>
  drawSeries([series], x, y, size, 'braille')
    .map((runs) => runs.map((run) => run.text).join(''))
    .join('\n')

test('thinning leaves the first, the least, the greatest and the last of every column, and gaps', () => {
  const values = at.map((k) => (k === 777 ? 0.9 : k === 778 ? -0.9 : k === 1500 ? NaN : 0))
  const { at: kept, values: left } = thinned(wave('solid', values), x, 80)
  expect(kept.length).toBeLessThanOrEqual(5 * 80)
  expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
  for (const k of [0, 777, 778, 1500, 1999]) expect(kept).toContain(k)
  expect(left[kept.indexOf(778)]).toBe(-0.9)
})

test('a thinned solid line looks like the whole', () => {
  // A point more often than a dot only adds dots that the line passes anyway.
  const dense = wave('solid')
  const sparse = { ...dense, ...thinned(dense, x, 80) }
  expect(text(sparse)).toBe(text(dense))
  expect(thinned(sparse, x, 400).at).toEqual(sparse.at)
})

const dots = (drawing: string): number =>
  Array.from(drawing).reduce((sum, character) => {
    const code = character.codePointAt(0)! - 0x2800
    return code > 0 ? sum + code.toString(2).replaceAll('0', '').length : sum
  }, 0)

test('solid, dashed and dotted lines differ, on steep parts too', () => {
  const steep = at.map((k) => Math.sin(k / 5))
  for (const values of [undefined, steep]) {
    const counts = (['solid', 'dashed', 'dotted'] as const).map((style) =>
      dots(text(wave(style, values))),
    )
    expect(counts[0]).toBeGreaterThan(counts[1]!)
    expect(counts[1]).toBeGreaterThan(counts[2]!)
    expect(counts[2]).toBeGreaterThan(0)
  }
})

test('what lies outside is left out, not moved to the edge, however far', () => {
  for (const style of ['solid', 'dashed', 'dotted'] as const) {
    expect(
      dots(
        text(
          wave(
            style,
            at.map(() => 5),
          ),
        ),
      ),
    ).toBe(0)
    const far: Series = { at: [0, 1000, 1999], values: [0, 1e12, 0], ink: 1, style }
    const started = performance.now()
    text(far)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})

test('a single number is a dot, a gap is no line', () => {
  for (const style of ['solid', 'dashed', 'dotted'] as const) {
    expect(dots(text({ at: [1000], values: [0], ink: 1, style }))).toBe(1)
    const gap = { at: [0, 1000, 1999], values: [0, NaN, 0], ink: 1, style }
    expect(dots(text(gap))).toBeLessThanOrEqual(2)
  }
})

test('a level goes from edge to edge', () => {
  const drawn = text(level(0, x, 1)).split('\n')
  expect(drawn.some((row) => row[0] !== ' ' && row.slice(-2) !== '  ')).toBe(true)
})
