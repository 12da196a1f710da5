import { prepare } from 'ganglion/prepare'
import { analyse, reached, stabilityOf, type StepStability } from 'ganglion/stability'
import { createExperiment } from 'ganglion'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Feed } from './feed.ts'
import { terminal, withoutTmux } from './fixtures/terminal.ts'
import { liveFeed } from './live-feed.ts'

const soon = { timeout: 60_000, interval: 50 }
const feeds: Feed[] = []
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close()
})

/** A real game whose steps somebody wants judged, or not. */
function judged(target: string, on: boolean, set: string[] = []): Feed {
  const feed = liveFeed(target, { seed: 1, pace: 200, set })
  feeds.push(feed)
  feed.send({ type: 'judge', on })
  return feed
}

test('the step that is shown at rest is the one that is judged, to the last bit', async () => {
  const feed = judged('li2017/fig1b', true)
  const atRest = () =>
    vi.waitFor(() => {
      const { state, frame, stability } = feed.view()
      expect(state).toBe('paused')
      expect(stability).toMatchObject({ type: 'judged', step: frame!.step })
      return stability as StepStability & { type: 'judged' }
    }, soon)
  await vi.waitFor(() => expect(feed.view().stability?.type).toBe('judged'), soon)
  feed.send({ type: 'pause' })
  const { step, radius } = await atRest()
  const plan = await prepare('li2017/fig1b', { seed: 1 })
  expect(radius).toBe(analyse(plan, await reached(plan, step), 'step').radius)
  // The generator rests: nothing grows that only its steps would make grow.
  feed.send({ type: 'set', path: 'dynamics.generatorRate', value: 0 })
  feed.send({ type: 'step' })
  await vi.waitFor(() => expect(feed.view().stability?.step).toBe(step + 1), soon)
  expect((await atRest()).neutral).toBeGreaterThanOrEqual(2)
}, 120_000)

test('after the end the last step is judged for whoever looks then', async () => {
  const feed = judged('li2017/fig1b', false, ['steps=30'])
  await vi.waitFor(() => expect(feed.view().ending).not.toBeNull(), soon)
  expect(feed.view().stability).toBeNull()
  feed.send({ type: 'judge', on: true })
  await vi.waitFor(() => expect(feed.view().stability?.step).toBe(30), soon)
  const plan = await prepare('li2017/fig1b', { seed: 1, steps: 30 })
  const run = createExperiment(plan)
  await run.done
  const { radius } = stabilityOf(plan, run.moment())
  expect((feed.view().stability as StepStability & { type: 'judged' }).radius).toBe(radius)
}, 120_000)

test('a run that begins again is judged again; one that has no Jacobian says why', async () => {
  const feed = judged('li2017/fig1c', true)
  await vi.waitFor(() => expect(feed.view().stability).toMatchObject({ type: 'refused' }), soon)
  feed.send({ type: 'restart' })
  expect(feed.view().stability).toBeNull()
  await vi.waitFor(() => {
    const { stability } = feed.view()
    expect(stability).toMatchObject({ type: 'refused' })
    expect((stability as { reason?: string }).reason).toContain('jumps to its best answer')
  }, soon)
}, 120_000)

describe.skipIf(withoutTmux)('in a terminal', () => {
  test.each([
    ['li2017/fig1b', /(un)?stable.*radius/],
    ['becker2022/fig1-features', /(un)?stable.*radius/],
    ['becker2022/fig2-0.6-exact', /(un)?stable.*radius/],
  ])(
    '%s has its eigenvalues at every size',
    async (preset, verdict) => {
      const screen = terminal(80, 24)
      try {
        screen.startGame(preset, 20)
        await vi.waitFor(() => expect(screen.step()).toBeGreaterThan(3), soon)
        screen.keys('8')
        await vi.waitFor(() => expect(screen.text()).toMatch(verdict), soon)
        screen.keys('z', 'Space')
        for (const [columns, rows] of [
          [40, 12],
          [160, 50],
          [80, 24],
        ] as const) {
          screen.resize(columns, rows)
          await vi.waitFor(() => {
            const text = screen.text()
            expect(text).toMatch(verdict)
            expect(text).toMatch(/[●✕○]/)
            expect(text).toContain('[8 eigenvalues]')
            const lines = text.trimEnd().split('\n')
            expect(lines).toHaveLength(rows - 1)
            for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
          }, soon)
        }
        screen.keys('y')
        await vi.waitFor(() => expect(screen.text()).toContain('y: near 1'), soon)
        screen.keys('q')
        await vi.waitFor(() => expect(screen.text()).toContain('rc=0'), soon)
      } finally {
        screen.end()
      }
    },
    240_000,
  )
})
