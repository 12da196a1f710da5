import { expect, test } from 'vitest'
import wasserstein from './wasserstein.ts'

type Rows = readonly (readonly number[])[]
const ring = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]
const equal = (rows: Rows) => rows.map(() => 1 / rows.length)
const observed = (
  generated: Rows,
  masses: readonly number[] = equal(generated),
  target: Rows = ring,
) => ({
  step: 0,
  signals: {
    'target.positions': target.flat(),
    'target.masses': equal(target),
    'generator.positions': generated.flat(),
    'generator.masses': masses,
  },
})

test('a ring against its middle, and with one point upon its neighbour', () => {
  expect(wasserstein.number(observed([[0, 0]]))).toMatchObject({
    w1: 1,
    w2: 1,
    w2Start: 1,
    w2Ratio: 1,
  })
  const collapsed = wasserstein.number(
    observed([
      [1, 0],
      [1, 0],
      [-1, 0],
      [0, -1],
    ]),
  )
  expect(collapsed['w1']).toBeCloseTo(Math.sqrt(2) / 4, 15)
  expect(collapsed['w2']).toBeCloseTo(Math.sqrt(0.5), 15)
  expect(wasserstein.number(observed(ring.toReversed()))).toMatchObject({ w1: 0, w2: 0 })
})

test('unequal masses, in ten dimensions', () => {
  const place = (x: number) => [x, ...Array.from({ length: 9 }, () => 7)]
  const generated = observed([place(0), place(1)], [0.75, 0.25], [place(0), place(1)])
  expect(wasserstein.number(generated)['w1']).toBe(0.25)
  expect(wasserstein.number(generated)['w2']).toBe(0.5)
})

test('the ratio is to the first frame, not to the one before', () => {
  const first = wasserstein.number(observed([[0, 0]]))
  const far = wasserstein.number(observed([[0, Math.sqrt(3)]]), first)
  expect(far['w2Ratio']).toBeCloseTo(2, 14)
  expect(far['w2SquaredRatio']).toBeCloseTo(4, 13)
  const back = wasserstein.number(observed(ring), far)
  expect(back).toMatchObject({ w2Start: 1, w2Ratio: 0 })
})

test('it cannot tell of broken numbers, and says so for that frame alone', () => {
  const first = wasserstein.number(observed([[0, 0]]))
  const broken = wasserstein.number(observed([[NaN, 0]]), first)
  expect(broken).toEqual({ w1: NaN, w2: NaN, w2Start: 1, w2Ratio: NaN, w2SquaredRatio: NaN })
  expect(wasserstein.number(observed([[0, 0]]), broken)['w2Ratio']).toBe(1)
  expect(wasserstein.number(observed([[0, 0, 0]]))['w1']).toBeNaN()
  expect(wasserstein.number(observed([[0, 0]], [0.5]))['w1']).toBeNaN()
})
