import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BlackBox } from './black-box.ts'
import { Watchdog } from './watchdog.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const watched = (phase: BlackBox['phase']) => {
  const box = new BlackBox()
  box.phase = phase
  let barks = 0
  new Watchdog(box, 1000, () => barks++)
  return { box, barks: () => barks }
}

test('a call that takes longer than the deadline is barked at, once, even if the event loop goes round', () => {
  const { box, barks } = watched('running')
  box.enter(1, 1, 1)
  vi.advanceTimersByTime(900)
  expect(barks()).toBe(0)
  for (let k = 0; k < 100; k++) {
    box.beat()
    vi.advanceTimersByTime(100)
  }
  expect(barks()).toBe(1)
})

test('a thread that makes calls and comes back may take for ever', () => {
  const { box, barks } = watched('running')
  for (let k = 0; k < 100; k++) {
    box.enter(1, 1, k)
    vi.advanceTimersByTime(500)
    box.leave()
    box.enter(1, 1, k)
    vi.advanceTimersByTime(500)
  }
  expect(barks()).toBe(0)
})

test('a game that is paused may rest for ever', () => {
  const { box, barks } = watched('running')
  for (let k = 0; k < 100; k++) {
    box.beat()
    vi.advanceTimersByTime(1000)
  }
  expect(barks()).toBe(0)
})

test('loading has an end, whatever signs there are', () => {
  const { box, barks } = watched('loading')
  for (let k = 0; k < 20; k++) {
    box.beat()
    vi.advanceTimersByTime(100)
  }
  expect(barks()).toBe(1)
})

test.each(['starting', 'preparing', 'running'] as const)(
  'while it is %s, silence of our own may last longer than the deadline, not for ever',
  (phase) => {
    const { barks } = watched(phase)
    vi.advanceTimersByTime(20_000)
    expect(barks()).toBe(0)
    vi.advanceTimersByTime(20_000)
    expect(barks()).toBe(1)
  },
)
