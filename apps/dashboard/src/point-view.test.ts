import { expect, test } from 'vitest'
import { boxOf, placed, pointView, seen } from './point-view.ts'

const flat = [1, 0, 0, 1, -1, 0, 0, -1]

test('a plane and a line are looked at as they are', () => {
  const plane = pointView(flat, 2)
  expect([seen(plane, [5, 7], 0, 0), seen(plane, [5, 7], 0, 1)]).toEqual([5, 7])
  expect(placed(plane, 5, 7)).toEqual([5, 7])
  expect(seen(pointView([3, 4], 1), [3, 4], 1, 0)).toBe(4)
})

test('more dimensions are seen along the two axes in which the points spread most, signs fixed', () => {
  const along = [0, 0.6, 0, 0.8]
  const second = [0, 0.8, 0, -0.6]
  const at = (a: number, b: number, c: number): number[] =>
    along.map((e, k) => 7 + a * e + b * second[k]! + (k === 2 ? c : 0))
  const points = [at(3, 0, 0.1), at(-3, 0, 0.1), at(0, 2, -0.1), at(0, -2, -0.1)].flat()
  const view = pointView(points, 4)
  const close = (found: readonly number[], wanted: readonly number[]): void =>
    wanted.forEach((value, k) => expect(found[k]).toBeCloseTo(value, 12))
  close(view.origin, [7, 7, 7, 7])
  close(view.axes[0], along)
  close(view.axes[1], second)
  close([seen(view, points, 0, 0), seen(view, points, 0, 1)], [3, 0])
  close(placed(view, 3, 0), [7, 7 + 1.8, 7, 7 + 2.4])
  // The other sign of every point is the same line.
  close(
    pointView(
      points.map((value) => -value),
      4,
    ).axes[0],
    along,
  )
})

test('the largest part of an axis is positive, whatever the points', () => {
  for (let k = 1; k <= 20; k++) {
    const points = Array.from({ length: 5 * 6 }, (_, at) => Math.sin(k * (at + 1) * (at + 1)))
    for (const axis of pointView(points, 5).axes)
      expect(Math.max(...axis)).toBe(Math.max(...axis.map(Math.abs)))
  }
})

test('points on a line, and a single one, have a second axis too', () => {
  for (const points of [
    [0, 0, 0, 1, 2, 3],
    [4, 4, 4],
  ]) {
    const { axes } = pointView(points, 3)
    const dot = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, part, k) => sum + part * b[k]!, 0)
    expect(dot(axes[0], axes[0])).toBeCloseTo(1, 12)
    expect(dot(axes[1], axes[1])).toBeCloseTo(1, 12)
    expect(dot(axes[0], axes[1])).toBeCloseTo(0, 12)
  }
})

test('a box holds the points, not those that have run away, and is none without numbers', () => {
  const view = pointView(flat, 2)
  const near = boxOf(view, flat, [3, 0])!
  expect(near.x.high).toBeGreaterThan(3)
  expect(near.y.low).toBeLessThan(-1)
  const far = boxOf(view, flat, [100, 0, NaN, 0])!
  expect(far.x.high).toBeLessThan(2)
  // A single true point has no extent to measure by.
  expect(boxOf(view, [0, 0], [100, 0])!.x.high).toBeGreaterThan(100)
  expect(boxOf(view, [NaN, NaN], [NaN, NaN])).toBeNull()
})
