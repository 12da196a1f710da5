import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const show = fileURLToPath(new URL('./fixtures/show.ts', import.meta.url))
const hook = new URL('../../cli/src/jsx-hook.mjs', import.meta.url).href
const without = spawnSync('tmux', ['-V']).status !== 0

/** A terminal of its own: a tmux server that no other test and no user shares. */
function terminal(columns: number, rows: number) {
  const folder = mkdtempSync(join(tmpdir(), 'ganglion-'))
  const server = join(folder, 'tmux')
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-S', server, '-f', '/dev/null', ...args], { encoding: 'utf8' })
  const { CI: _, NODE_ENV: __, ...env } = process.env
  const shell = 'PS1="ready> " exec sh'
  execFileSync(
    'tmux',
    [
      '-S',
      server,
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-x',
      `${columns}`,
      '-y',
      `${rows}`,
      shell,
    ],
    { env },
  )
  return {
    keys: (...keys: string[]) => void tmux('send-keys', ...keys),
    resize: (x: number, y: number) => void tmux('resize-window', '-x', `${x}`, '-y', `${y}`),
    text: () => tmux('capture-pane', '-p'),
    modes: () => tmux('display', '-p', 'alternate #{alternate_on} cursor #{cursor_flag}').trim(),
    end: () => {
      spawnSync('tmux', ['-S', server, 'kill-server'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const soon = { timeout: 20_000, interval: 50 }

describe.skipIf(without)('in a terminal', () => {
  let screen: ReturnType<typeof terminal>
  beforeEach(() => {
    screen = terminal(100, 30)
  })
  afterEach(() => screen.end())

  const start = (...args: (string | number)[]) => {
    const command = `'${process.execPath}' --import '${hook}' '${show}' ${args.join(' ')}`
    screen.keys(`${command}; echo "rc"=$?`, 'Enter')
  }
  const step = () => Number(/step\s+(\d+)/.exec(screen.text())?.[1] ?? NaN)
  const left = async (code: number) => {
    await vi.waitFor(() => expect(screen.text()).toContain(`rc=${code}`), soon)
    expect(screen.modes()).toBe('alternate 0 cursor 1')
  }

  test('draws, pauses, steps, resizes and gives the terminal back', async () => {
    start(100_000, 200)
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
        expect(lines.filter((line) => line.includes('└'))).toHaveLength(1)
      }, soon)
    }
    screen.keys('q')
    await left(0)
  })

  test('Ctrl-C leaves', async () => {
    start(100_000, 200)
    await vi.waitFor(() => expect(step()).toBeGreaterThan(20), soon)
    screen.keys('C-c')
    await left(0)
  })

  test('stays when the run is done', async () => {
    start(300, 0)
    await vi.waitFor(() => expect(screen.text()).toContain('done'), soon)
    expect(step()).toBe(300)
    screen.keys('q')
    await left(0)
  })

  test('leaves by itself when told to', async () => {
    start(300, 0, 0, 'leave')
    await left(0)
  })

  test('an engine that dies is told in a sentence', async () => {
    start(100_000, 400, 200)
    await left(1)
    expect(screen.text()).toContain('The engine ended before the run did')
  })
})
