import { expect, test } from 'vitest'
import { heatAt, type PlaneHeat } from './plane-heat.ts'
import { drawPointPlane, type PointPlane } from './point-plane.ts'

const x = { low: -2, high: 2 }
const y = { low: -1, high: 1 }
const empty: PointPlane = {
  targets: [],
  generated: [],
  trails: [],
  heat: null,
  regions: false,
  inks: { targets: 1, generated: 4, heat: 2 },
}
const drawn = (plane: Partial<PointPlane>, glyphs: 'braille' | 'ascii' = 'ascii') =>
  drawPointPlane({ ...empty, ...plane }, x, y, 21, 5, glyphs)
const text = (...args: Parameters<typeof drawn>): string[] =>
  drawn(...args).map((runs) => runs.map((run) => run.text).join(''))
const slope: PlaneHeat = { x: { low: -1, high: 1 }, y, columns: 2, values: [0, 1, 0, 1] }

test('points stand where they are: true, generated, both, several', () => {
  const rows = text({
    targets: [
      { x: 0, y: 0 },
      { x: -2, y: 1 },
      { x: 2, y: -1 },
    ],
    generated: [
      { x: -2, y: 1 },
      { x: 2, y: 1 },
      { x: 2, y: 1 },
      { x: -2, y: -1 },
      { x: 9, y: 0 },
      { x: NaN, y: 0 },
    ],
  })
  expect(rows).toEqual([
    '@                   2',
    '                     ',
    '          X          ',
    '                     ',
    'G                   X',
  ])
})

test('heat lies where a row is blank, in its ink, and only on its rectangle', () => {
  const runs = drawn({ heat: slope, generated: [{ x: 0, y: 0 }] })[2]!
  expect(runs.map(({ text: word }) => word).join('')).toMatch(/^ +-+~+G~*=+#+ +$/)
  expect(runs.find(({ text: word }) => word === 'G')!.ink).toBe(4)
  expect(runs.filter(({ text: word }) => /[-~=#]/.test(word)).every(({ ink }) => ink === 2)).toBe(
    true,
  )
  expect(text({ heat: { ...slope, values: [3, 3, 3, 3] } })[0]!.trim()).toBe('')
})

test('heat between points is bilinear; outside there is none', () => {
  const saddle: PlaneHeat = {
    x: { low: 0, high: 2 },
    y: { low: 0, high: 1 },
    columns: 3,
    values: [0, 1, 2, 4, 5, 8],
  }
  expect(heatAt(saddle, 0, 0)).toBe(0)
  expect(heatAt(saddle, 2, 1)).toBe(8)
  expect(heatAt(saddle, 1.5, 0.5)).toBe(4)
  expect(heatAt(saddle, 2.01, 0.5)).toBeNaN()
  expect(heatAt(saddle, 1, -0.01)).toBeNaN()
})

test('regions are parted half way between two points, straight and aslant', () => {
  const upright = text({
    targets: [
      { x: -1, y: 0 },
      { x: 1, y: 0 },
    ],
    regions: true,
  })
  for (const row of upright) expect(row.search(/[.':]/)).toBe(10)
  const aslant = text({
    targets: [
      { x: -1, y: 1 },
      { x: 1, y: -1 },
    ],
    regions: true,
  })
  const places = aslant.map((row) => row.search(/[.':]/))
  expect(places).toEqual(places.toSorted((a, b) => b - a))
  for (const row of aslant) expect(row.match(/[.':]/g)!.length).toBeLessThanOrEqual(3)
  expect(text({ targets: [{ x: -1, y: 0 }], regions: true }).join('')).not.toMatch(/[.':]/)
})

test('the older half of a trail is dotted, the newer solid, and a gap is no line', () => {
  const path = Array.from({ length: 41 }, (_, k) => -2 + k / 10)
  const trail = { x: path, y: path.map(() => 0), ink: 4 }
  const dots = (row: string): number[] =>
    Array.from(
      row,
      (c) =>
        (c.codePointAt(0)! & 0xff).toString(2).replaceAll('0', '').length * (c === ' ' ? 0 : 1),
    )
  const counts = dots(text({ trails: [trail] }, 'braille')[2]!)
  const sum = (from: number, to: number) => counts.slice(from, to).reduce((a, b) => a + b, 0)
  expect(sum(11, 21)).toBe(20)
  expect(sum(0, 10)).toBeLessThan(10)
  const broken = { ...trail, x: path.map((at, k) => (k > 25 && k < 38 ? NaN : at)) }
  expect(text({ trails: [broken] }, 'braille')[2]!.slice(15, 18)).toBe('   ')
})
