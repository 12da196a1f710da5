import type { Frame, Plan } from '@ganglion/core'
import { prepare } from 'ganglion'
import { expect, test } from 'vitest'
import { carefulPainter, noPainter } from './critic-heat.ts'
import { liveOptions } from './live-options.ts'

const limit = { ms: 20_000, brokenOff: () => undefined }
const noFault = (fault: string): never => {
  throw new Error(fault)
}

/** The plan of a game of points, and a frame of it at step 20 with made-up numbers. */
async function game(dimensions: number): Promise<{ plan: Plan; frame: Frame }> {
  const unit = (k: number): number[] =>
    Array.from({ length: dimensions }, (_, c) => (c === k ? 1 : 0))
  const positions = [unit(0), unit(dimensions - 1), unit(-1)]
  const plan = await prepare({
    target: { kind: 'points', positions },
    generator: { plugin: 'points', points: 2, dimensions },
    discriminator: { plugin: 'features', features: 8, dimensions },
    dynamics: { plugin: 'simultaneous', generatorRate: 0.01, discriminatorRate: 0.1 },
    objective: 'mean-difference',
    optimizer: 'sgd',
    steps: 20,
  })
  const numbers = (values: readonly number[]) => ({
    cells: values.length,
    numbers: Float64Array.from(values),
  })
  const waves = (cells: number, pace: number) =>
    numbers(Array.from({ length: cells }, (_, k) => Math.sin(pace * (k + 1))))
  const signals = {
    'target.positions': numbers(positions.flat()),
    'generator.positions': waves(2 * dimensions, 1.7),
    'discriminator.theta': waves(8, 0.9),
    'discriminator.frequency': waves(8 * dimensions, 2.3),
    'discriminator.phase': waves(8, 3.1),
  }
  return { plan, frame: { step: 20, members: 1, signals } }
}

const member = (frame: Frame, name: string): number[] => [...frame.signals[name]!.numbers]

test('the heat is the critic at every point of its grid', async () => {
  const { plan, frame } = await game(2)
  const painter = carefulPainter(plan, limit, noFault, () => 0)
  painter.offer(frame, liveOptions(plan))
  const { x, y, columns, values, step } = painter.paint()!
  expect(step).toBe(20)
  const [theta, frequency, phase] = ['theta', 'frequency', 'phase'].map((name) =>
    member(frame, `discriminator.${name}`),
  ) as [number[], number[], number[]]
  const sigma = liveOptions(plan)['discriminator.sigma']!
  const critic = (a: number, b: number): number =>
    theta.reduce((sum, height, m) => {
      const wave = (frequency[2 * m]! * a + frequency[2 * m + 1]! * b) / sigma
      return sum + height * Math.sqrt(2 / 8) * Math.cos(wave + phase[m]!)
    }, 0)
  const rows = values.length / columns
  for (const [row, column] of [
    [0, 0],
    [3, 17],
    [rows - 1, columns - 1],
  ] as const) {
    const a = x.low + ((x.high - x.low) * column) / (columns - 1)
    const b = y.low + ((y.high - y.low) * row) / (rows - 1)
    expect(values[row * columns + column]).toBeCloseTo(critic(a, b), 12)
  }
  expect((x.high - x.low) / (y.high - y.low)).toBeCloseTo(2, 12)
  for (const [axis, range] of [x, y].entries())
    for (const point of [0, 1]) {
      const at = member(frame, 'generator.positions')[2 * point + axis]!
      expect(at).toBeGreaterThan(range.low)
      expect(at).toBeLessThan(range.high)
    }
})

test('a turn that is over leaves the rest for the next ones, and a newer frame waits', async () => {
  const { plan, frame } = await game(10)
  let now = 0
  const painter = carefulPainter(plan, limit, noFault, () => (now += 0.6))
  const options = liveOptions(plan)
  expect(painter.paint()).toBeNull()
  painter.offer(frame, options)
  let turns = 1
  while (painter.paint() === null) {
    turns++
    painter.offer({ ...frame, step: 20 + turns }, options)
  }
  // Three rows take 1.8 ms, a fourth one would be over 2 ms; there are twenty.
  expect(turns).toBe(7)
  expect(painter.busy()).toBe(true)
  let heat = painter.paint()
  while (!heat) heat = painter.paint()
  expect(heat.step).toBe(27)
  expect(painter.busy()).toBe(false)
})

test('a critic that throws is told of once and painted no more', async () => {
  const { plan, frame } = await game(2)
  const { discriminator } = plan
  const plugin = {
    ...discriminator.plugin,
    critic: () => {
      throw new Error('oops')
    },
  }
  const faults: string[] = []
  const painter = carefulPainter(
    { ...plan, discriminator: { ...discriminator, plugin } },
    limit,
    (fault) => faults.push(fault),
  )
  painter.offer(frame, liveOptions(plan))
  expect([painter.paint(), painter.busy()]).toEqual([null, false])
  expect(faults).toEqual(['critic threw: oops'])
})

test('the line has a curve and no heat; points that are no numbers have none', async () => {
  const line = await game(1)
  expect(carefulPainter(line.plan, limit, noFault)).toBe(noPainter)
  const { plan, frame } = await game(2)
  const nowhere = (cells: number) => ({ cells, numbers: new Float64Array(cells).fill(NaN) })
  const signals = {
    ...frame.signals,
    'target.positions': nowhere(6),
    'generator.positions': nowhere(4),
  }
  const painter = carefulPainter(plan, limit, noFault)
  painter.offer({ ...frame, signals }, liveOptions(plan))
  expect([painter.paint(), painter.busy()]).toEqual([null, false])
})
