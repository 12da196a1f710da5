import { PassThrough } from 'node:stream'
import { render } from 'ink'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toyEvent } from './fixtures/toy-game.ts'
import { pointsStory } from './fixtures/points-story.ts'
import { refusedStory, stableStory, unstableStory } from './fixtures/stability-story.ts'
import { story } from './fixtures/story.ts'
import type { View } from './feed.ts'
import { news } from './news.ts'
import { ScreenReader } from './screen-reader.tsx'
import { paneSpoken, standing, trend } from './spoken.ts'
import { firstUi, paneNames, type Ui } from './ui.ts'
import { blankView } from './view-store.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

test('says where the run stands', () => {
  expect(standing(story, 5000)).toBe(
    'Step 2400 of 5000. Running, oscillating since step 77. Generator means 0.197 and 0.258; target -0.5 and 0.5. ' +
      'L1 distance 0.195, falling. Last event: mode collapse ended at step 1853.',
  )
  expect(standing(blankView, 5000)).toBe('Step 0 of 5000. Preparing, playing.')
})

test('says which way a number has gone in the last tenth', () => {
  expect(trend([1, 1, 1, 1, 1, 1, 1, 1, 1, 2])).toBe('rising')
  expect(trend([1, 1, 1, 1, 1, 1, 1, 1, 2, 1])).toBe('falling')
  expect(trend([5, 1.001, 1])).toBe('steady')
  expect(trend([1])).toBe('')
  expect(trend([1, NaN])).toBe('')
})

test('every pane has its sentences', () => {
  for (const name of paneNames) expect(paneSpoken(name, story)).toMatch(/^Pane \w+\. \S.*\.$/)
  expect(paneSpoken('phase', blankView)).toBe('Pane phase. These frames tell nothing of it.')
})

test('points are counted, not read out', () => {
  expect(paneSpoken('densities', pointsStory)).toBe(
    'Pane points. 8 generated points, 4 true points in 2 dimensions. ' +
      'Excess mass of the true points -0.125, 0.25, 0 and -0.125.',
  )
})

test('tells what happens, not that steps are taken', () => {
  const before = { view: story, ui: firstUi }
  expect(
    news(before, { view: { ...story, frame: { ...story.frame!, step: 2401 } }, ui: firstUi }),
  ).toEqual([])
  expect(news(before, { view: { ...story, state: 'paused' }, ui: firstUi })).toEqual([
    'Now paused, at step 2400.',
  ])
  const events = [...story.events, toyEvent(2400)]
  expect(news(before, { view: { ...story, events }, ui: firstUi })).toEqual([
    'Event: mode collapse at step 2400, since step 2360: amplitude 0.208, turns 6.',
  ])
  const many = [...story.events, ...Array.from({ length: 9 }, (_, k) => toyEvent(2400 + k))]
  expect(news(before, { view: { ...story, events: many }, ui: firstUi })).toHaveLength(4)
  const ending = { outcome: 'failed' as const, steps: 9, error: 'bad \u001b[2J plugin\nstack' }
  expect(news(before, { view: { ...story, ending }, ui: firstUi })).toEqual([
    'The run has ended after 9 steps: failed. bad ␛[2J plugin',
  ])
})

test('tells what the keys do', () => {
  const ui = (change: Partial<Ui>): string[] =>
    news({ view: story, ui: firstUi }, { view: story, ui: { ...firstUi, ...change } })
  expect(ui({ focus: 'distances' })[0]).toContain('Pane distances. L1 distance 0.195, falling.')
  expect(ui({ selected: 0 })[0]).toContain('Event 1 of 3: oscillation at step 730')
  expect(ui({ typing: { prompt: ':', text: '' } })).toEqual(['Type a command, then Enter.'])
  expect(ui({ notice: { text: 'No such option.', alarm: true } })).toEqual(['No such option.'])
  expect(ui({ help: true, helpFilter: 'zoom' })).toEqual([
    expect.stringContaining('z: zoom the focused pane'),
  ])
})

test('appends lines: no control character but the newline, no sentence twice', async () => {
  const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24, isTTY: false })
  let written = ''
  stdout.on('data', (data: Buffer) => void (written += data.toString()))
  const screen = (view: View) => (
    <ScreenReader view={view} ui={firstUi} title="li2017/fig1b" steps={5000} />
  )
  const { rerender, unmount } = render(screen(story), {
    stdout: stdout as unknown as NodeJS.WriteStream,
    isScreenReaderEnabled: true,
    interactive: false,
    patchConsole: false,
  })
  vi.advanceTimersByTime(20_000)
  rerender(screen({ ...story, state: 'paused' }))
  await Promise.resolve()
  vi.advanceTimersByTime(20_000)
  unmount()
  const lines = written.split('\n').filter((line) => line !== '')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe('li2017/fig1b. Press ? for the keys, q to quit.')
  expect(lines[1]).toContain('Step 2400 of 5000. Running')
  expect(lines[2]).toBe('Now paused, at step 2400.')
  expect(lines[3]).toContain('Step 2400 of 5000. Paused')
  // oxlint-disable-next-line no-control-regex -- escape sequences are what it looks for
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

test('the verdict of a step is told, and told again when it becomes another', () => {
  expect(paneSpoken('eigenvalues', unstableStory)).toBe(
    'Pane eigenvalues. The step after step 2400 is unstable: a small displacement grows, doubled in 906 steps. ' +
      'Its spectral radius 1.000765 = 1 + 7.6e-4. Of 6 eigenvalues outside the unit circle 1, on it 2, inside 3.',
  )
  expect(paneSpoken('eigenvalues', refusedStory)).toContain(
    'No eigenvalues at step 12: discriminator',
  )
  const ui = { ...firstUi, focus: 'eigenvalues' as const }
  const told = (before: View, view: View) => news({ view: before, ui }, { view, ui })
  expect(told(story, unstableStory)).toHaveLength(1)
  expect(told(unstableStory, stableStory)).toEqual([
    expect.stringContaining('The step after step 4000 is stable'),
  ])
  const later = { ...unstableStory.stability!, step: 2500 }
  expect(told(unstableStory, { ...unstableStory, stability: later })).toEqual([])
  expect(news({ view: story, ui: firstUi }, { view: unstableStory, ui: firstUi })).toEqual([])
})
