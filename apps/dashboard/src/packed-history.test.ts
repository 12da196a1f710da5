import { observe, type Frame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { toyFrame } from './fixtures/toy-game.ts'
import { PackedHistory, unpack } from './packed-history.ts'

test('what is unpacked is what was observed', () => {
  const history = new PackedHistory(64)
  for (let step = 0; step < 5; step++) history.push(toyFrame(step))
  expect(unpack(history.since(-1))).toEqual(
    [0, 1, 2, 3, 4].map((step) => observe(toyFrame(step), 0)),
  )
  expect(unpack(history.since(2)).map(({ step }) => step)).toEqual([3, 4])
  expect(history.since(4).numbers).toHaveLength(0)
})

test('spans the run in few points at even distances, each with its own numbers', () => {
  const history = new PackedHistory(64)
  for (let step = 0; step <= 30_000; step++) history.push(toyFrame(step))
  const points = unpack(history.since(-1))
  expect(points.length).toBeGreaterThan(1000)
  expect(points.length).toBeLessThanOrEqual(2000)
  expect(new Set(points.slice(1).map(({ step }, k) => step - points[k]!.step))).toEqual(
    new Set([16]),
  )
  expect(points.at(-1)).toEqual(observe(toyFrame(points.at(-1)!.step), 0))
  expect(points[700]).toEqual(observe(toyFrame(points[700]!.step), 0))
})

test('positions leave trails, so more of them stay than of other signals', () => {
  const numbers = (cells: number) => ({ cells, numbers: new Float64Array(cells) })
  const history = new PackedHistory(64)
  const signals = {
    theta: numbers(80),
    'generator.positions': numbers(80),
    'target.positions': numbers(257),
  }
  history.push({ step: 0, members: 1, signals })
  expect(Object.keys(unpack(history.since(-1))[0]!.signals)).toEqual(['generator.positions'])
})

test('member 0 of several; long signals stay out; another shape begins anew', () => {
  const frame = (step: number, cells: number): Frame => ({
    step,
    members: 2,
    signals: {
      short: { cells: 2, numbers: Float64Array.of(1, -1, 2, -2) },
      long: { cells, numbers: new Float64Array(2 * cells) },
    },
  })
  const history = new PackedHistory(3)
  history.push(frame(0, 4))
  expect(unpack(history.since(-1))).toEqual([{ step: 0, signals: { short: [1, 2] } }])
  history.push({ ...frame(1, 4), signals: { other: { cells: 1, numbers: Float64Array.of(5, 6) } } })
  expect(unpack(history.since(-1))).toEqual([{ step: 1, signals: { other: 5 } }])
})
