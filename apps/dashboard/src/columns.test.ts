import { expect, test, vi } from 'vitest'
import { column } from './columns.ts'
import { tracks } from './signals.ts'

const frame = (step: number) => ({ step, signals: { a: step * 2 } })
const read = vi.fn(({ signals }: ReturnType<typeof frame>) => signals.a)
const number = read as never

test('a history that goes on is read from where it was left', () => {
  read.mockClear()
  const frames = Array.from({ length: 5 }, (_, k) => frame(k))
  expect(column(frames.slice(0, 3), 'a', number)).toEqual([0, 2, 4])
  expect(column(frames, 'a', number)).toEqual([0, 2, 4, 6, 8])
  expect(read).toHaveBeenCalledTimes(5)
  expect(column(frames.slice(0, 2), 'a', number)).toEqual([0, 2])
  expect(column(frames, 'a', number)).toEqual([0, 2, 4, 6, 8])
  expect(read).toHaveBeenCalledTimes(5)
})

test('a thinned history is read anew, and so is another run', () => {
  const frames = Array.from({ length: 8 }, (_, k) => frame(k))
  column(frames, 'a', number)
  const thinned = frames.filter((_, k) => k % 2 === 0)
  expect(column(thinned, 'a', number)).toEqual([0, 4, 8, 12])
  expect(column([...thinned, frame(9), frame(10), frame(11), frame(12)], 'a', number)).toEqual([
    0, 4, 8, 12, 18, 20, 22, 24,
  ])
  expect(column([frame(0), frame(100)], 'a', number)).toEqual([0, 200])
  expect(column([], 'a', number)).toEqual([])
})

test('of a signal with very many cells only those that are drawn are read', () => {
  const cells = Array.from({ length: 5000 }, (_, k) => k)
  const history = Array.from({ length: 50 }, (_, step) => ({
    step,
    signals: { 'generator.positions': cells },
  }))
  expect(tracks(history, 'generator.positions', 'positions')).toHaveLength(8)
  expect(tracks(history, 'generator.positions', 'positions', 2).map(({ name }) => name)).toEqual([
    'positions 1',
    'positions 2',
  ])
})
