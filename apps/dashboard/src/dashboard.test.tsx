import { observe } from '@ganglion/core'
import { cleanup, render } from 'ink-testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { Dashboard } from './dashboard.tsx'
import { fakeFeed } from './fake-feed.ts'
import { toyEvent, toyFrame } from './fixtures/toy-game.ts'

afterEach(cleanup)

const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

async function open(extra: { exitWhenDone?: boolean } = {}) {
  const feed = fakeFeed()
  const onQuit = vi.fn()
  const screen = render(
    <Dashboard feed={feed} title="toy" steps={5000} color={false} onQuit={onQuit} {...extra} />,
  )
  await settle()
  const press = async (keys: string) => {
    screen.stdin.write(keys)
    await settle()
  }
  return { feed, onQuit, press, text: () => screen.lastFrame() ?? '' }
}

const frame = (step: number) => observe(toyFrame(step), 0)

test('shows state, verdict, step, speed and who moves', async () => {
  const { feed, text } = await open()
  feed.report({ state: 'running', frame: frame(100) }, 0)
  feed.report(
    { frame: frame(300), verdict: { member: 0, state: 'playing', since: 1, step: 1 } },
    500,
  )
  await settle()
  expect(/step\s+(\d+)/.exec(text())?.[1]).toBe('300')
  expect(text()).toContain('running')
  expect(text()).toContain('playing  last finding cleared at 1')
  expect(text()).toContain('400/s of max')
  expect(text()).toContain('both move')
})

test('draws densities and logs events, the newest last', async () => {
  const { feed, text } = await open()
  feed.report({ state: 'running', frame: frame(800), points: [frame(0), frame(800)] })
  feed.report({ events: [toyEvent(400), toyEvent(800)] })
  await settle()
  expect(text()).toMatch(/D│◂▒+·+/)
  expect(text()).toMatch(/[\u2800-\u28ff]{3}/)
  expect(text()).toMatch(/400 oscillation since 360 amplitude=1.92[^]*800 mode-collapse since 760/)
})

test('keys send their commands', async () => {
  const { feed, press } = await open()
  feed.report({ state: 'running', frame: frame(1) })
  await press(' ')
  feed.report({ state: 'paused' })
  await press(' ')
  await press('s')
  await press('d')
  await press('d')
  await press('g')
  await press('-')
  await press('+')
  expect(feed.sent).toEqual([
    { type: 'pause' },
    { type: 'resume' },
    { type: 'step' },
    { type: 'only', player: 'discriminator' },
    { type: 'only', player: null },
    { type: 'only', player: 'generator' },
    { type: 'pace', stepsPerSecond: 500 },
    { type: 'pace', stepsPerSecond: 1000 },
  ])
})

test('steps are judged while somebody looks at the eigenvalues, and only then', async () => {
  const { feed, press } = await open()
  expect(feed.sent).toEqual([])
  await press('8')
  expect(feed.sent).toEqual([{ type: 'judge', on: true }])
  await press('z')
  await press('y')
  await press('?')
  expect(feed.sent.at(-1)).toEqual({ type: 'judge', on: false })
  await press('\u001b')
  expect(feed.sent.at(-1)).toEqual({ type: 'judge', on: true })
  await press('1')
  expect(feed.sent.at(-1)).toEqual({ type: 'judge', on: false })
  expect(feed.sent).toHaveLength(4)
})

test('keys that arrive together count one by one', async () => {
  const { feed, press } = await open()
  await press('sss')
  expect(feed.sent).toHaveLength(3)
})

test('chords are ignored, save Ctrl-C', async () => {
  const { feed, onQuit, press } = await open()
  await press('\u0013')
  await press('\u0004')
  expect(feed.sent).toEqual([])
  expect(onQuit).not.toHaveBeenCalled()
  await press('\u0003')
  expect(onQuit).toHaveBeenCalledOnce()
})

test('? shows the keys and hides them', async () => {
  const { press, text } = await open()
  expect(text()).not.toContain('one step, then pause')
  await press('?')
  expect(text()).toContain('one step, then pause')
  await press('?')
  expect(text()).not.toContain('one step, then pause')
})

test('q quits, once', async () => {
  const { onQuit, press } = await open()
  await press('qq')
  expect(onQuit).toHaveBeenCalledOnce()
})

test('a run that is done stays with its verdict and takes no commands', async () => {
  const { feed, press, text, onQuit } = await open()
  feed.report({
    state: 'done',
    frame: frame(5000),
    ending: { outcome: 'converged', steps: 5000, error: null },
  })
  await press('s')
  expect(text()).toContain('converged')
  expect(feed.sent).toEqual([])
  await press('q')
  expect(onQuit).toHaveBeenCalledOnce()
})

test('a run that failed says why', async () => {
  const { feed, text } = await open()
  const error = 'discriminator:interval failed at respond, step 3: NaN'
  feed.report({ state: 'failed', ending: { outcome: 'failed', steps: 3, error } })
  await settle()
  expect(text()).toContain(error)
})
