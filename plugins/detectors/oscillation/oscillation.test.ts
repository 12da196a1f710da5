import { watch, type Observation } from '@ganglion/core'
import { sin } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { oscillation } from './oscillation.ts'

const events = (
  value: (step: number) => number | readonly number[],
  options = {},
  steps = 1000,
) => {
  const watching = watch([oscillation({ signal: 'x', ...options })], 1)
  return Array.from({ length: steps }, (_, step): Observation => ({
    step,
    signals: { x: value(step) },
  })).flatMap((observation) => watching.next(observation).events)
}
const sine = (step: number) => sin(step / 10)

test('a sine, with its period and height', () => {
  const [event] = events(sine)
  expect(event).toMatchObject({ event: 'oscillation', since: 16, severity: 'warning' })
  if (event?.type !== 'event') throw new Error('no finding')
  expect(event.evidence['period']).toBeCloseTo(62.8, 0)
  expect(event.evidence['amplitude']).toBeCloseTo(2, 2)
  expect(event.evidence['swings']).toBe(4)
})

test('of a list it takes the mean', () => {
  expect(events((step) => [sine(step) - 1, sine(step) + 1])).toHaveLength(1)
  expect(events((step) => [sine(step), -sine(step)])).toEqual([])
})

test('swings below the amplitude are none', () => {
  expect(events((step) => 0.1 * sine(step))).toEqual([])
  expect(events((step) => 0.1 * sine(step), { amplitude: 0.1 })).toHaveLength(1)
})

test('a chatter of single steps is none', () => {
  expect(events((step) => step % 2)).toEqual([])
})

test('is cleared when the swings stop', () => {
  expect(events((step) => (step < 500 ? sine(step) : sine(500)))).toMatchObject([
    { type: 'event' },
    { type: 'cleared' },
  ])
})

test('never changes the memory it was given', () => {
  const detector = oscillation({ signal: 'x' })
  const freeze = (memory: unknown) => Object.freeze(memory)
  let memory = freeze(detector.init())
  for (let step = 0; step < 300; step++) {
    memory = freeze(detector.next(memory, { step, signals: { x: sine(step) } })[0])
  }
})
