import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { commandFor } from './command-for.ts'
import { toyGame } from './fixtures/toy-game.ts'
import { History } from './history.ts'
import { obey, relay } from './relay.ts'
import type { Report } from './report.ts'
import { Speedometer } from './speedometer.ts'
import { blankView } from './view-store.ts'
import { workerFeed } from './worker-feed.ts'

const toy = new URL('./fixtures/toy-worker.ts', import.meta.url)
const feeds: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close()
})
const open = (...[target, options, entry = toy]: Parameters<typeof workerFeed>) => {
  const feed = workerFeed(target, options, entry)
  feeds.push(feed)
  return feed
}

test('the history spans the run in few points at even distances', () => {
  const history = new History<{ step: number }>(100)
  for (let step = 0; step <= 12_345; step++) history.push({ step })
  const steps = history.points.map((point) => point.step)
  expect(steps.length).toBeGreaterThan(50)
  expect(steps.length).toBeLessThanOrEqual(100)
  expect(steps[0]).toBe(0)
  expect(new Set(steps.slice(1).map((step, k) => step - steps[k]!))).toEqual(new Set([128]))
})

test('the speedometer measures the last moments only', () => {
  const meter = new Speedometer()
  expect(meter.stepsPerSecond).toBe(0)
  for (let k = 0; k <= 100; k++) meter.mark(k * 10, k * 100)
  expect(meter.stepsPerSecond).toBeCloseTo(100)
  meter.reset()
  expect(meter.stepsPerSecond).toBe(0)
})

test('the pace doubles up to no limit and halves from what is measured', () => {
  const pace = (key: string, wanted: number | null, speed = 0) =>
    commandFor(key, { ...blankView, pace: wanted, speed })
  expect(pace('+', 100)).toEqual({ type: 'pace', stepsPerSecond: 200 })
  expect(pace('+', 800_000)).toEqual({ type: 'pace', stepsPerSecond: null })
  expect(pace('+', null)).toBeNull()
  expect(pace('-', null, 12_345)).toEqual({ type: 'pace', stepsPerSecond: 6000 })
  expect(pace('-', 0.125)).toEqual({ type: 'pace', stepsPerSecond: 0.125 })
})

test('the relay samples frames and loses no event', async () => {
  const reports: Report[] = []
  const game = toyGame(8000, null)
  relay(game, (report) => void reports.push(report))
  await game.done
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(reports.flatMap((report) => report.events ?? []).map((event) => event.step)).toEqual(
    Array.from({ length: 20 }, (_, k) => (k + 1) * 400),
  )
  expect(reports.length).toBeLessThan(30)
  expect(reports.at(-1)?.ending).toEqual({ outcome: 'oscillating', steps: 8000, error: null })
})

test('every command reaches its control', () => {
  const game = toyGame(10, null)
  const seen = (['pause', 'resume', 'step', 'only', 'pace', 'stop'] as const).map((name) =>
    vi.spyOn(game.controls, name),
  )
  obey(game, { type: 'pause' })
  obey(game, { type: 'resume' })
  obey(game, { type: 'step' })
  obey(game, { type: 'only', player: 'generator' })
  obey(game, { type: 'pace', stepsPerSecond: 7 })
  obey(game, { type: 'stop' })
  expect(seen.map((spy) => spy.mock.calls)).toEqual([
    [[]],
    [[]],
    [[1]],
    [['generator']],
    [[7]],
    [[]],
  ])
})

test('a game in a thread: views, one step at a time, an end', async () => {
  const feed = open({ steps: 2000 }, { pace: 200 })
  await vi.waitFor(() => expect(feed.view().frame?.step).toBeGreaterThan(3))
  feed.send({ type: 'pause' })
  await vi.waitFor(() => expect(feed.view().state).toBe('paused'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  const before = feed.view().frame!.step
  feed.send({ type: 'step' })
  await vi.waitFor(() => expect(feed.view().frame?.step).toBe(before + 1))
  expect(feed.view().state).toBe('paused')
  feed.send({ type: 'pace', stepsPerSecond: null })
  feed.send({ type: 'resume' })
  await vi.waitFor(() => expect(feed.view().ending?.steps).toBe(2000), { timeout: 5000 })
  expect(feed.view().events.map((event) => event.step)).toEqual([400, 800, 1200, 1600, 2000])
})

test('a thread that dies leaves a sentence', async () => {
  const feed = open({ steps: 2000, dieAt: 30 }, { pace: 400 })
  await vi.waitFor(() => expect(feed.view().problem).toMatch(/thread left with code 7/), {
    timeout: 5000,
  })
})

test('a thread that cannot start leaves a sentence', async () => {
  const feed = open({}, {}, new URL('./fixtures/none.ts', import.meta.url))
  await vi.waitFor(() => expect(feed.view().problem).toMatch(/engine broke off.*none/i), {
    timeout: 5000,
  })
})

test('closing stops a running game', async () => {
  const feed = workerFeed({ steps: 1e9 }, { pace: 100 }, toy)
  await vi.waitFor(() => expect(feed.view().state).toBe('running'))
  await feed.close()
  expect(feed.view().ending?.outcome).toBe('cancelled')
})

test('the index needs no JSX: what draws is loaded late', async () => {
  const { execFileSync } = await import('node:child_process')
  const index = fileURLToPath(new URL('./index.ts', import.meta.url))
  const probe = `await import(${JSON.stringify(index)}); process.exit(0)`
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', probe])).not.toThrow()
})
