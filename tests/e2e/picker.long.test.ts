import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { presets, registryWith } from 'ganglion'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { root } from './command.ts'
import { Terminals, withoutTmux } from './tmux.ts'

const folder = mkdtempSync(join(tmpdir(), 'ganglion-'))
afterAll(() => rmSync(folder, { recursive: true }))
const terminals = new Terminals('picker', root)
const tmux = (...args: string[]): string => terminals.tmux(...args)
const screen = (): string => terminals.screen()
const keys = (...names: string[]): void => void tmux('send-keys', ...names)
const soon = { timeout: 20_000, interval: 50 }
const seen = (what: RegExp | string): Promise<void> =>
  vi.waitFor(() => expect(screen()).toMatch(what), soon)

async function open(columns: number, rows: number, line = 'ganglion'): Promise<void> {
  terminals.open(columns, rows, line)
  await seen('choose a preset')
}

/** The terminal is as it was: normal screen, cursor seen, and it echoes what is typed. */
async function restored(code: number): Promise<void> {
  await seen(`rc=${code}`)
  expect(tmux('display', '-p', '#{alternate_on} #{cursor_flag}').trim()).toBe('0 1')
  keys('echo "he"re', 'Enter')
  await seen(/^here$/m)
  expect(screen()).toContain('echo "he"re')
}

afterEach(() => terminals.close())

describe.skipIf(withoutTmux)('ganglion alone in a terminal (needs tmux)', () => {
  test('arrows and j move, typing filters, Enter runs it live', async () => {
    await open(100, 30)
    expect(screen()).toMatch(/^> li2017\/fig1a {2,}First order dynamics, converging/m)
    expect(screen()).toContain('Towards')
    keys('Down')
    await seen(/^> li2017\/fig1b/m)
    keys('j')
    await seen(/^> li2017\/fig1c/m)
    keys('vanish')
    await seen(/^> li2017\/fig1d/m)
    expect(screen()).not.toContain('fig1a')
    keys('Enter')
    await seen(/li2017\/fig1d[^]*step\s+[1-9]/)
    keys('q')
    await restored(0)
  })

  test.each(['q', 'Escape', 'C-c'])('%s leaves the terminal as it was', async (key) => {
    await open(80, 24)
    keys(key)
    await restored(0)
  })

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('so does %s', async (signal, code) => {
    const file = join(folder, signal)
    await open(80, 24, `sh -c 'echo $$ > ${file}; exec ganglion'`)
    process.kill(Number(readFileSync(file, 'utf8')), signal)
    await restored(code)
  })

  test.each([
    [40, 12],
    [80, 24],
    [160, 50],
  ])('at %ix%i everything is whole, also after resizing to it', async (columns, rows) => {
    const names = Object.keys(await presets(await registryWith()))
    await open(100, 30)
    tmux('resize-window', '-x', String(columns), '-y', String(rows))
    await vi.waitFor(() => {
      const drawn = screen().trimEnd().split('\n')
      expect(drawn.length).toBeLessThan(rows)
      expect(drawn[0]).toBe('ganglion: choose a preset')
      const shown = drawn.flatMap((line) => /^[> ] (\S+\/\S+)/.exec(line)?.[1] ?? [])
      // As many as there is room for, in order, each with its whole name.
      expect(shown).toEqual(names.slice(0, shown.length))
      const least = Math.min(names.length, Math.max(4, rows - 12))
      expect(shown.length).toBeGreaterThanOrEqual(least)
      expect(drawn.at(-1)).toMatch(/q (quit|leaves)$/)
    }, soon)
  })

  test('without colour the chosen one is still told', async () => {
    await open(80, 24, 'NO_COLOR=1 ganglion')
    expect(screen()).toMatch(/^> li2017\/fig1a/m)
    // Inverse or bold.
    expect(tmux('capture-pane', '-p', '-e')).not.toContain('\u001b[7m')
    expect(tmux('capture-pane', '-p', '-e')).not.toContain('\u001b[1m')
  })
})
