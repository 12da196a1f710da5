import { defineMetric, type Frame, type Metric } from '@ganglion/core'
import { expect, test } from 'vitest'
import { measured, roundsOf, type Measuring } from './measured.ts'
import { PluginActor } from './plugin-actor.ts'

const frame = (): Frame => ({
  step: 3,
  members: 3,
  signals: { x: { cells: 2, numbers: Float64Array.of(1, 2, 3, 10, 20, 30) } },
})

const measuring = (
  name: string,
  needs: readonly string[],
  number: Metric['number'],
): Measuring => ({
  metric: defineMetric({ name, source: 'test', needs, signals: [name], number }),
  actor: new PluginActor(
    'metric',
    name,
    () => undefined,
    () => 3,
  ),
})

const list = (reading: unknown): readonly number[] => reading as readonly number[]
const sum = measuring('sum', ['x'], ({ signals }) => ({
  sum: list(signals['x']).reduce((a, b) => a + b, 0),
}))
const twice = measuring('twice', ['sum'], ({ signals }) => ({ twice: 2 * Number(signals['sum']) }))
const turned = measuring('turned', ['x'], ({ signals }) => ({
  turned: [...list(signals['x'])].reverse(),
}))

test('a metric sees what others before it have measured, and begins a round only for that', () => {
  expect(roundsOf([sum, turned, twice]).map((round) => round.length)).toEqual([2, 1])
  expect(roundsOf([twice, sum, turned]).map((round) => round.length)).toEqual([3])
  const { step, members, signals } = frame()
  const whole = { step, members, signals: { ...signals } }
  for (const round of roundsOf([sum, turned, twice]))
    Object.assign(whole.signals, measured(whole, round))
  expect(whole.signals).toMatchObject({
    sum: { cells: 1, numbers: Float64Array.of(11, 22, 33) },
    twice: { cells: 1, numbers: Float64Array.of(22, 44, 66) },
    turned: { cells: 2, numbers: Float64Array.of(10, 20, 30, 1, 2, 3) },
  })
})

test('a metric that remembers is told what it wrote of the same member, and no other is', () => {
  const counting = (remembers: boolean): Measuring => {
    const one = measuring('most', ['x'], ({ signals }, before) => ({
      most: Math.max(list(signals['x'])[0]!, Number(before?.['most'] ?? 0)),
    }))
    return { ...one, metric: { ...one.metric, remembers } }
  }
  const before = { ...frame(), signals: { most: { cells: 1, numbers: Float64Array.of(0, 9, 2) } } }
  const most = (one: Measuring, last: Frame | null) =>
    measured(frame(), [one], last)['most']!.numbers
  expect([...most(counting(true), before)]).toEqual([1, 9, 3])
  expect([...most(counting(true), null)]).toEqual([1, 2, 3])
  expect([...most(counting(false), before)]).toEqual([1, 2, 3])
})

test('what is no number, or another count of them than before, is told with its member', () => {
  const told = (answer: (member: number) => unknown) => () => {
    let member = 0
    measured(frame(), [measuring('odd', [], () => ({ odd: answer(member++) as number }))])
  }
  expect(told(() => '1')).toThrow('expected some numbers for signal odd, got nothing')
  expect(told(() => undefined)).toThrow('expected some numbers for signal odd, got nothing')
  expect(told((m) => (m < 2 ? [1, 2] : [1]))).toThrow('expected 2 numbers for signal odd, got 1')
  expect(told((m) => (m < 1 ? 1 : ['1', 2]))).toThrow('expected 1 numbers for signal odd, got')
  expect(told(() => [1, '2'])).toThrow(expect.objectContaining({ member: 0, step: 3 }))
  expect(told(() => null)).toThrow()
})
