import type { Experiment } from '@ganglion/core'
import { experiment } from 'ganglion'
import { expect, test, vi } from 'vitest'
import { toyGame, toyPlan } from './fixtures/toy-game.ts'
import { unpack } from './packed-history.ts'
import { Relay } from './relay.ts'
import type { Report } from './report.ts'

const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms))

/** A relay whose reports are taken at once, or when the test says so. */
function relayed(game: Experiment, taking = true) {
  const reports: Report[] = []
  const relay = new Relay(
    game,
    (report) => {
      reports.push(report)
      if (taking) relay.obey({ type: 'taken' })
    },
    { plan: toyPlan() },
  )
  return { relay, reports }
}

const stepsOf = (reports: readonly Pick<Report, 'events'>[]) =>
  reports.flatMap((report) => report.events ?? []).map((event) => event.step)
const every400 = (count: number) => Array.from({ length: count }, (_, k) => (k + 1) * 400)

test('the relay samples frames and loses no event', async () => {
  const game = toyGame(8000, null)
  const { reports } = relayed(game)
  await game.done
  await settle()
  expect(stepsOf(reports)).toEqual(every400(20))
  expect(reports.length).toBeLessThan(30)
  expect(reports.at(-1)?.ending).toEqual({ outcome: 'oscillating', steps: 8000, error: null })
})

test('a screen that stands still holds up one report; then it hears of everything', async () => {
  const game = toyGame(80_000, null)
  const { relay, reports } = relayed(game, false)
  await game.done
  await settle(300)
  expect(reports).toHaveLength(1)
  relay.obey({ type: 'taken' })
  await settle()
  expect(reports).toHaveLength(2)
  expect(stepsOf(reports)).toEqual(every400(200))
  expect(reports[1]!.frame?.step).toBe(80_000)
  expect(reports[1]!.ending?.steps).toBe(80_000)
  const points = unpack(reports[1]!.packed!)
  expect(points.length).toBeLessThanOrEqual(2000)
  expect(points.map(({ step }) => step)).toEqual(
    points.map(({ step }) => step).sort((a, b) => a - b),
  )
})

const critic = (of: () => never) =>
  toyPlan().then((plan) => ({
    ...plan,
    discriminator: {
      ...plan.discriminator,
      plugin: { ...plan.discriminator.plugin, critic: of },
    },
  }))

test.each([
  [
    'throws',
    'critic threw: oops',
    () => {
      throw new Error('oops')
    },
  ],
  [
    'loops',
    'critic: it did not come back within 100 ms',
    () => {
      for (;;);
    },
  ],
] as const)('a critic that %s costs the run its curve and nothing else', async (_, fault, of) => {
  const game = toyGame(4000, null)
  const reports: Report[] = []
  const brokenOff = vi.fn()
  const relay: Relay = new Relay(
    game,
    (report) => {
      reports.push(report)
      relay.obey({ type: 'taken' })
    },
    { plan: critic(of), sketching: { ms: 100, brokenOff } },
  )
  expect((await game.done).steps).toBe(4000)
  await settle()
  expect(reports.flatMap(({ criticFault }) => criticFault ?? [])).toEqual([fault])
  expect(reports.flatMap(({ critic }) => critic ?? [])).toEqual([])
  expect(brokenOff).toHaveBeenCalledTimes(fault.includes('threw') ? 0 : 1)
})

test('frames that no report told are counted', async () => {
  const game = toyGame(8000, null)
  const { reports } = relayed(game)
  await game.done
  await settle()
  const told = reports.filter(({ frame }) => frame).length
  // The first one is that of step 0.
  expect(reports.findLast(({ frame }) => frame)?.untold).toBe(8001 - told)
})

test('every command reaches its control', () => {
  const game = toyGame(10, null)
  const names = ['pause', 'resume', 'step', 'only', 'pace', 'stop'] as const
  const seen = names.map((name) => vi.spyOn(game.controls, name))
  const { relay } = relayed(game)
  relay.obey({ type: 'pause' })
  relay.obey({ type: 'resume' })
  relay.obey({ type: 'step' })
  relay.obey({ type: 'step', count: 3 })
  relay.obey({ type: 'only', player: 'generator' })
  relay.obey({ type: 'pace', stepsPerSecond: 7 })
  relay.obey({ type: 'stop' })
  expect(seen.map((spy) => spy.mock.calls)).toEqual([
    [[]],
    [[]],
    [[1], [3]],
    [['generator']],
    [[7]],
    [[]],
  ])
})

test('once no frame comes, the heat of the last frame is painted to its end', async () => {
  const game = experiment(
    {
      target: { kind: 'ring', points: 4, radius: 1 },
      generator: { plugin: 'points', points: 3, dimensions: 2 },
      discriminator: { plugin: 'features', features: 600, dimensions: 2 },
      dynamics: { plugin: 'simultaneous', generatorRate: 0.01, discriminatorRate: 0.01 },
      objective: 'mean-difference',
      optimizer: 'sgd',
      steps: 300,
    },
    { seed: 1 },
  )
  const reports: Report[] = []
  const relay: Relay = new Relay(
    game,
    (report) => {
      reports.push(report)
      relay.obey({ type: 'taken' })
    },
    { plan: game.plan },
  )
  expect((await game.done).outcome).not.toBe('failed')
  await vi.waitFor(() => expect(reports.findLast(({ heat }) => heat)?.heat?.step).toBe(300), {
    timeout: 20_000,
  })
  expect(reports.every(({ critic }) => !critic)).toBe(true)
  // Several reports a heat: what is half done is not told.
  expect(reports.filter(({ heat }) => heat).length).toBeLessThan(reports.length)
  for (const { heat } of reports) if (heat) expect(heat.values).toHaveLength(40 * 20)
})
