import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import type { Config } from 'ganglion'
import { engineFeed } from './engine-feed.ts'
import type { EngineOptions } from './engine-order.ts'
import { engineThread } from './engine-thread.ts'
import type { Feed } from './feed.ts'
import { follower } from './fixtures/follower.ts'
import { History } from './history.ts'
import type { Report } from './report.ts'
import { Speedometer } from './speedometer.ts'
import { liveFeed } from './live-feed.ts'
import { restartableFeed } from './restartable-feed.ts'

const soon = { timeout: 10_000, interval: 20 }
const toy = new URL('./fixtures/toy-worker.ts', import.meta.url)
const feeds: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close()
})
const kept = (feed: Feed): Feed => {
  feeds.push(feed)
  return feed
}
/** The engine in a process, as in life. */
const open = (...[target, options, entry = toy]: Parameters<typeof liveFeed>) =>
  kept(liveFeed(target, options, entry))
/** The engine in a thread of this process, which starts sooner: for what a process does not change. */
const near = (target: Config, options: EngineOptions): Feed =>
  kept(
    restartableFeed((changed) => {
      const order = { target, options: changed }
      return engineFeed((report) => engineThread(order, toy, report), changed.pace ?? null)
    }, options),
  )

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

const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms))

const stepsOf = (reports: readonly Pick<Report, 'events'>[]) =>
  reports.flatMap((report) => report.events ?? []).map((event) => event.step)
const every400 = (count: number) => Array.from({ length: count }, (_, k) => (k + 1) * 400)

test('the critic is a curve over both laws; options, seed and actors are told', async () => {
  const feed = near({ steps: 1e6 }, { pace: 100, seed: 7 })
  await vi.waitFor(() => expect(feed.view().critic).not.toBeNull(), soon)
  const { critic, options, seed, actors, frame } = feed.view()
  const signals = frame!.signals as Record<string, number[]>
  const [left, right] = [signals['discriminator.left']!, signals['discriminator.right']!]
  const inside = (x: number) => left.filter((from, k) => from < x && x < right[k]!).length
  const step = (critic!.high - critic!.low) / (critic!.values.length - 1)
  expect(critic!.values).toEqual(critic!.values.map((_, k) => inside(critic!.low + k * step)))
  expect(critic!.high).toBeCloseTo(Math.max(1, ...signals['generator.means']!) + 3.5)
  expect(options).toEqual({ 'dynamics.generatorRate': 0.1 })
  expect(seed).toBe(7)
  expect(actors[0]?.id).toBe('generator:toy')
})

test('an option that is set is told; one that is refused is told in the words of the engine', async () => {
  const feed = near({ steps: 1e6 }, { pace: 100 })
  await vi.waitFor(() => expect(feed.view().state).toBe('running'), soon)
  feed.send({ type: 'set', path: 'dynamics.generatorRate', value: 0.05 })
  await vi.waitFor(() => expect(feed.view().options['dynamics.generatorRate']).toBe(0.05), soon)
  expect(feed.view().answer).toEqual({
    text: 'dynamics.generatorRate = 0.05 (was 0.1)',
    alarm: false,
  })
  feed.send({ type: 'set', path: 'dynamics.none', value: 1 })
  await vi.waitFor(() => expect(feed.view().answer?.alarm).toBe(true), soon)
  expect(feed.view().answer?.text).toContain('dynamics.none cannot be changed')
})

test('goto rests at the step exactly, forwards and from the beginning', async () => {
  const feed = near({ steps: 1e6 }, { pace: 50 })
  const steps: number[] = []
  feed.subscribe(() => {
    const { frame } = feed.view()
    if (frame && frame.step !== steps.at(-1)) steps.push(frame.step)
  })
  const rests = (step: number) =>
    vi.waitFor(
      () => expect(feed.view()).toMatchObject({ state: 'paused', pace: 50, frame: { step } }),
      soon,
    )
  await vi.waitFor(() => expect(feed.view().state).toBe('running'), soon)
  feed.send({ type: 'goto', step: 4201 })
  await vi.waitFor(() => expect(feed.view().answer?.text).toBe('This is step 4201.'), soon)
  await rests(4201)
  feed.send({ type: 'goto', step: 4000 })
  expect(feed.view().answer?.text).toContain('Step 4000 is past: begun again')
  await rests(4000)
  expect(feed.view().history[0]?.step).toBe(0)
  expect(stepsOf([feed.view()])).toEqual(every400(10))
  // Had it not rested, steps would have gone on past the one asked for.
  await settle()
  expect(steps.at(-1)).toBe(4000)
  expect(Math.max(...steps)).toBe(4201)
  feed.send({ type: 'goto', step: 0 })
  await rests(0)
})

test('a round of many steps is run, not played in one go', async () => {
  const feed = near({ steps: 1e6 }, { pace: 50, paused: true })
  await vi.waitFor(() => expect(feed.view().state).toBe('paused'), soon)
  feed.send({ type: 'step', count: 2000 })
  await vi.waitFor(() => expect(feed.view().frame?.step).toBe(2000), soon)
  await vi.waitFor(() => expect(feed.view().state).toBe('paused'), soon)
})

test('restart forgets the past, keeps the seed or takes another', async () => {
  // Paused until somebody says go, once: what is begun again is not.
  const feed = open({ steps: 1e6 }, { pace: null, seed: 3, paused: true })
  feed.send({ type: 'resume' })
  const views: number[] = []
  feed.subscribe(() => views.push(feed.view().frame?.step ?? -1))
  await vi.waitFor(() => expect(feed.view().events.length).toBeGreaterThan(3), soon)
  feed.send({ type: 'restart', seed: 4 })
  expect(feed.view()).toMatchObject({ events: [], history: [], frame: null })
  expect(feed.view().answer?.text).toContain('seed 4')
  await vi.waitFor(() => expect(feed.view()).toMatchObject({ seed: 4, state: 'running' }), soon)
  feed.send({ type: 'restart' })
  await vi.waitFor(() => expect(feed.view()).toMatchObject({ seed: 4, state: 'running' }), soon)
  expect(views.length).toBeGreaterThan(3)
})

test('a run that has ended can begin again', async () => {
  const feed = near({ steps: 400 }, {})
  await vi.waitFor(() => expect(feed.view().ending).not.toBeNull(), soon)
  feed.send({ type: 'goto', step: 100 })
  await vi.waitFor(
    () => expect(feed.view()).toMatchObject({ ending: null, frame: { step: 100 } }),
    soon,
  )
})

test('a game in a thread: views, one step at a time, an end', async () => {
  const feed = open({ steps: 2000 }, { pace: 200 })
  await vi.waitFor(() => expect(feed.view().frame?.step).toBeGreaterThan(3), soon)
  feed.send({ type: 'pause' })
  await vi.waitFor(() => expect(feed.view().state).toBe('paused'), soon)
  await settle()
  const before = feed.view().frame!.step
  feed.send({ type: 'step' })
  await vi.waitFor(() => expect(feed.view().frame?.step).toBe(before + 1), soon)
  expect(feed.view().state).toBe('paused')
  feed.send({ type: 'pace', stepsPerSecond: null })
  feed.send({ type: 'resume' })
  await vi.waitFor(() => expect(feed.view().ending?.steps).toBe(2000), soon)
  expect(feed.view().events.map((event) => event.step)).toEqual([400, 800, 1200, 1600, 2000])
})

test('a thread that dies leaves a sentence', async () => {
  const feed = open({ steps: 2000, dieAt: 30 }, { pace: 400 })
  await vi.waitFor(() => expect(feed.view().problem).toMatch(/thread left with code 7/), soon)
})

test('a thread that cannot start leaves a sentence', async () => {
  const feed = open({}, {}, new URL('./fixtures/none.ts', import.meta.url))
  await vi.waitFor(() => expect(feed.view().problem).toMatch(/engine broke off.*none/i), soon)
})

test('closing stops a running game', async () => {
  const feed = liveFeed({ steps: 1e9 }, { pace: 100 }, toy)
  await vi.waitFor(() => expect(feed.view().state).toBe('running'), soon)
  await feed.close()
  expect(feed.view().ending?.outcome).toBe('cancelled')
})

test('the index needs no JSX: what draws is loaded late', async () => {
  const index = fileURLToPath(new URL('./index.ts', import.meta.url))
  const probe = `await import(${JSON.stringify(index)}); process.exit(0)`
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', probe])).not.toThrow()
})

test('the process of the engine leaves with the dashboard, even one that was killed', async () => {
  const { process: owner, step } = follower()
  await vi.waitFor(() => expect(step()).toBeGreaterThan(10), soon)
  const [engine] = childrenOf(owner.pid!)
  expect(isAlive(engine!)).toBe(true)
  owner.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(engine!)).toBe(false), soon)
})

/** Processes by their parent, as `ps` lists them. */
function childrenOf(parent: number): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.filter(([, of]) => of === parent).map(([pid]) => pid!)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
