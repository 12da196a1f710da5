import type { AscentValues, Cells, PointsValues } from '@ganglion/core'
import { exp } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { advance, type HistorySettings } from './history.ts'
import kernel from './kernel.ts'

const settings: HistorySettings = {
  capacity: 6,
  widths: 'one',
  sigma: 2,
  lambda: 0.5,
  merging: 0.05,
}

type Lists = Record<string, number[]>

/** A history of points on a line or a plane that has learnt nothing. */
function fresh(dimensions = 1, capacity = settings.capacity): Lists {
  const start = kernel.initial({} as never, { capacity, dimensions }, {})
  return Object.fromEntries(Object.entries(start).map(([name, list]) => [name, [...list]]))
}

function step(state: Lists, ascent: AscentValues, over: Partial<HistorySettings> = {}): void {
  const view = Object.entries(state).map(([name, list]): [string, Cells] => [
    name,
    { length: list.length, at: (c) => list[c]!, put: (c, value) => (list[c] = value) },
  ])
  advance(Object.fromEntries(view), ascent, { ...settings, ...over })
}

const points = (...positions: number[][]): PointsValues => ({
  kind: 'points',
  positions,
  masses: positions.map(() => 1 / positions.length),
})

/** The ascent of E_target D - E_generated D. */
const against = (target: PointsValues, generated: PointsValues, rate = 0.1): AscentValues => ({
  target: { law: target, shares: target.masses },
  generated: { law: generated, shares: generated.masses.map((m) => -m) },
  rate,
})

/** D(x) = scale sum c exp(-(x - a)^2 / (2 sigma^2)) on the line. */
const criticAt = (x: number, { atoms, coefficients, scale }: Lists): number =>
  scale![0]! *
  coefficients!.reduce(
    (sum, c, h) => sum + c * exp((x - atoms![h]!) ** 2 / (-2 * settings.sigma ** 2)),
    0,
  )

test('two steps by hand: old coefficients decay by 1 - eta lambda, new ones are eta times a share', () => {
  const state = fresh()
  step(state, against(points([3]), points([0])))
  expect(state['atoms']!.slice(0, 2)).toEqual([3, 0])
  expect(state['coefficients']!.slice(0, 3)).toEqual([0.1, -0.1, 0])
  expect(criticAt(1, state)).toBeCloseTo(0.1 * (exp(-4 / 8) - exp(-1 / 8)), 15)
  step(state, against(points([3]), points([1])))
  const scale = 1 - 0.1 * 0.5
  expect(state['scale']).toEqual([scale])
  expect(state['atoms']!.slice(0, 3)).toEqual([3, 0, 1])
  const [up, old, now] = [scale * 0.1 + 0.1, -scale * 0.1, -0.1]
  expect(criticAt(1, state)).toBeCloseTo(up * exp(-4 / 8) + old * exp(-1 / 8) + now, 15)
  expect(state['used']).toEqual([3])
})

test('places within merging widths of their centroid share an atom, whose centroid moves', () => {
  const state = fresh()
  const still = points([3])
  step(state, against(still, points([0])))
  step(state, against(still, points([0.08])), { lambda: 0 })
  expect(state['used']).toEqual([2])
  expect(state['atoms']![1]).toBeCloseTo(0.04, 15)
  expect(state['coefficients']![1]).toBeCloseTo(-0.2, 15)
  // 0.05 widths of 2 are 0.1: 0.15 is further from 0.04 than that, and begins another.
  step(state, against(still, points([0.15])), { lambda: 0 })
  expect(state['atoms']!.slice(0, 3)).toEqual([3, state['atoms']![1], 0.15])
  expect(state['used']).toEqual([3])
})

test('points share with themselves, never with one another', () => {
  const state = fresh()
  step(state, against(points([3]), points([0], [0.01])))
  expect(state['used']).toEqual([3])
})

test('the least width of octaves is half of sigma, that of half-decades a tenth', () => {
  for (const [word, near] of [
    ['octaves', 0.05],
    ['half-decades', 0.01],
  ] as const) {
    const state = fresh()
    const step1 = (at: number): void =>
      step(state, against(points([3]), points([at])), { widths: word })
    step1(0)
    step1(0.99 * near)
    expect(state['used']).toEqual([2])
    step1(1.6 * near)
    expect(state['used']).toEqual([3])
  }
})

test('of sums of widths the least one says what is near', () => {
  const state = fresh()
  step(state, against(points([3]), points([0])), { widths: 'decades' })
  step(state, against(points([3]), points([0.08])), { widths: 'decades' })
  expect(state['used']).toEqual([3])
})

test('a history that decays at once begins anew, and one that decays for long does not underflow', () => {
  const state = fresh()
  step(state, against(points([3]), points([0])))
  step(state, against(points([1]), points([2])), { lambda: 10 })
  expect(state['used']).toEqual([2])
  expect(state['atoms']!.slice(0, 2)).toEqual([1, 2])
  for (let k = 0; k < 400; k++) step(state, against(points([1]), points([2])), { lambda: 9.9 })
  // At rest: eta sum_k q^k = eta / (eta lambda) = 1 / 9.9.
  expect(state['scale']![0]! * state['coefficients']![0]!).toBeCloseTo(1 / 9.9, 12)
})

test('a full history says which option to raise', () => {
  const state = fresh(1, 3)
  const small = { capacity: 3 }
  step(state, against(points([3]), points([0])), small)
  step(state, against(points([3]), points([1])), small)
  expect(() => step(state, against(points([3]), points([2])), small)).toThrow(
    /4 atoms are needed, there is room for 3\. Raise discriminator\.capacity .* discriminator\.merging \(now 0\.05/,
  )
  const four = against(points([0], [1]), points([2], [3]))
  expect(() => step(fresh(1, 3), four, small)).toThrow('Raise discriminator.capacity')
})

test('a step touches what it adds, whatever the capacity', () => {
  const state = fresh(2, 100_000)
  let touched = 0
  const watched = Object.entries(state).map(([name, list]): [string, Cells] => [
    name,
    {
      length: list.length,
      at: (c) => (touched++, list[c]!),
      put: (c, value) => (touched++, (list[c] = value)),
    },
  ])
  const ascent = against(points([3, 0]), points([0, 0]))
  for (let k = 0; k < 10; k++)
    advance(Object.fromEntries(watched), ascent, { ...settings, capacity: 100_000 })
  expect(touched).toBeLessThan(10 * 2 * 20)
})

test('what it says of its sum is what a step does: a part is kept, rate times share is added', () => {
  const { keeps, rough } = kernel.grows!.sum!
  const state = fresh()
  step(state, against(points([0]), points([1.5])))
  const before = criticAt(0.7, state)
  const place = (x: number): number => exp((0.7 - x) ** 2 / (-2 * settings.sigma ** 2))
  step(state, against(points([-1]), points([3]), 0.2))
  const told = 0.2 * (place(-1) - place(3))
  expect(criticAt(0.7, state)).toBeCloseTo(keeps(0.2, { ...settings }) * before + told, 14)
  expect([rough!({ kernel: 'rbf' }), rough!({ kernel: 'rational-quadratic' })]).toEqual([
    null,
    null,
  ])
  expect(rough!({ kernel: 'laplacian' })).toMatch(/^kernel laplacian has a cusp/)
  expect(rough!({ kernel: 'rbf+rational-quadratic' })).toBeNull()
  for (const sum of ['rbf+laplacian', 'laplacian+rational-quadratic'])
    expect(rough!({ kernel: sum })).toMatch(
      `kernel laplacian has a cusp at each place that it was taught, and ${sum} with it`,
    )
})
