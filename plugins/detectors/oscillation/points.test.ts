import { watch, type Observation } from '@ganglion/core'
import { cos, exp, sin } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { oscillation } from './oscillation.ts'

const events = (
  positions: (step: number) => readonly number[],
  masses: readonly number[] | null = [0.5, 0.5],
  steps = 1000,
) => {
  const watching = watch([oscillation({ signal: 'generator.positions' })], 1)
  return Array.from({ length: steps }, (_, step): Observation => ({
    step,
    signals: {
      'generator.positions': positions(step),
      ...(masses ? { 'generator.masses': masses } : {}),
    },
  })).flatMap((observation) => watching.next(observation).events)
}

test('two points that circle about each other, though their mean rests', () => {
  const circling = (step: number) => {
    const [x, y] = [cos(step / 10), sin(step / 10)]
    return [x, y, -x, -y]
  }
  const found = events(circling)
  expect(found).toMatchObject([{ event: 'oscillation', severity: 'warning' }])
  const [event] = found
  if (event?.type !== 'event') throw new Error('no finding')
  expect(event.evidence['period']).toBeCloseTo(62.8, 0)
  expect(event.evidence['amplitude']).toBeCloseTo(2, 2)
})

test('tells which point swings along which axis', () => {
  expect(events((step) => [3, 3, 3, sin(step / 10)])).toMatchObject([
    { evidence: { coordinate: 3, point: 1, axis: 1 } },
  ])
  const [event] = events((step) => [3, 3, sin(step / 10), 3], null)
  expect(event).toMatchObject({ evidence: { coordinate: 2 } })
  expect(event).not.toHaveProperty('evidence.axis')
})

test('is reported once, and cleared when the last coordinate has come to rest', () => {
  const stopping = (step: number) => [
    sin(Math.min(step, 400) / 10),
    0,
    0,
    sin(Math.min(step, 900) / 12),
  ]
  const found = events(stopping, [0.5, 0.5], 2000)
  expect(found).toMatchObject([
    { type: 'event', evidence: { point: 0, axis: 0 } },
    { type: 'cleared', evidence: { point: 1, axis: 1 } },
  ])
  expect(found[1]!.step).toBeGreaterThan(900)
})

test('a straight flight, a rest and a decay are none', () => {
  expect(events((step) => [step / 100, 0, -step / 50, 1])).toEqual([])
  expect(events(() => [1, 0, 0, 1])).toEqual([])
  const decaying = (step: number) => [1 + exp(-step / 80) * sin(step / 10), 0, 0, 1]
  expect(events(decaying)).toEqual([])
})

test('never changes the memory it was given, which survives being copied', () => {
  const detector = oscillation({ signal: 'generator.positions' })
  const play = (copied: boolean) => {
    let memory = detector.init()
    return Array.from({ length: 400 }, (_, step) => {
      const positions = [sin(step / 10), 0, cos(step / 9), 0]
      const given = copied ? structuredClone(memory) : freeze(memory)
      const [after, report] = detector.next(given, {
        step,
        signals: { 'generator.positions': positions },
      })
      memory = after
      return report
    }).filter((report) => report !== null)
  }
  expect(play(true)).toEqual(play(false))
  expect(play(true)).toHaveLength(1)
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
