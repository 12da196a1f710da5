import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { terminal, withoutTmux } from './fixtures/terminal.ts'

const soon = { timeout: 20_000, interval: 50 }

describe.skipIf(withoutTmux)('in a terminal', () => {
  let screen: ReturnType<typeof terminal>
  beforeEach(() => {
    screen = terminal(100, 30)
  })
  afterEach(() => screen.end())

  const step = () => screen.step()
  const left = async (code: number) => {
    await vi.waitFor(() => expect(screen.text()).toContain(`rc=${code}`), soon)
    expect(screen.modes()).toBe('alternate 0 cursor 1')
  }

  test('draws, pauses, steps, resizes and gives the terminal back', async () => {
    screen.start(100_000, 200)
    await vi.waitFor(() => expect(step()).toBeGreaterThan(20), soon)
    expect(screen.modes()).toBe('alternate 1 cursor 0')
    screen.keys('Space')
    await vi.waitFor(() => expect(screen.text()).toContain('paused'), soon)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const before = step()
    screen.keys('s')
    await vi.waitFor(() => expect(step()).toBe(before + 1), soon)
    for (const [columns, rows] of [
      [40, 12],
      [160, 50],
      [80, 24],
    ] as const) {
      screen.resize(columns, rows)
      await vi.waitFor(() => {
        expect(step()).toBe(before + 1)
        expect(screen.text()).toContain('target')
        const lines = screen.text().trimEnd().split('\n')
        expect(lines).toHaveLength(rows - 1)
        expect(lines.some((line) => line.includes('└'))).toBe(true)
      }, soon)
    }
    screen.keys('q')
    await left(0)
  })

  test('Ctrl-C leaves', async () => {
    screen.start(100_000, 200)
    await vi.waitFor(() => expect(step()).toBeGreaterThan(20), soon)
    screen.keys('C-c')
    await left(0)
  })

  test('stays when the run is done', async () => {
    screen.start(300, 0)
    await vi.waitFor(() => expect(screen.text()).toContain('done'), soon)
    expect(step()).toBe(300)
    screen.keys('q')
    await left(0)
    expect(screen.text()).toContain('oscillating; ended after 300 steps')
  })

  test('leaves by itself when told to', async () => {
    screen.start(300, 0, 0, 'leave')
    await left(0)
  })

  test('an engine that dies is told in a sentence', async () => {
    screen.start(100_000, 400, 200)
    await vi.waitFor(() => expect(screen.text()).toContain('✕ failed'), soon)
    expect(screen.text()).toContain('The engine ended before the run did')
    expect(screen.modes()).toBe('alternate 1 cursor 0')
    screen.keys('q')
    await left(1)
    expect(screen.text()).toContain('The engine ended before the run did')
  })
})
