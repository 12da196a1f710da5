import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { root } from './command.ts'
import { Terminals, withoutTmux } from './tmux.ts'

const folder = mkdtempSync(join(tmpdir(), 'ganglion-'))
afterAll(() => rmSync(folder, { recursive: true }))
const terminals = new Terminals('map', folder)
const tmux = (...args: string[]): string => terminals.tmux(...args)
const screen = (): string => terminals.screen()
const seen = (what: RegExp): Promise<void> =>
  vi.waitFor(() => expect(screen()).toMatch(what), { timeout: 40_000, interval: 50 })

function open(columns: number, rows: number, line: string): void {
  terminals.open(columns, rows, `clear; ${line}`)
}

afterEach(() => terminals.close())

const long = 'ganglion sweep li2017/fig3-regular --set grid=9 --set trials=400 --chunk 40'
const short =
  'ganglion sweep li2017/fig3-regular --set grid=3 --set trials=4 --set steps=300 --set every=300'

describe.skipIf(withoutTmux)('the map of a sweep in a terminal', () => {
  test.each([
    [80, 24],
    [40, 12],
  ])(
    'it fills in, in place, at %d x %d; Ctrl-C leaves the map and the prompt below it',
    async (columns, rows) => {
      open(columns, rows, `NO_COLOR=1 ${long} --ascii`)
      // Some cells are known and some are not.
      await seen(/[|+][ .:=+*#%@-]+\?+\n[^]*100 %\n +\d+ % +[1-9]/)
      const text = screen()
      expect(text.match(/100 %/g)).toHaveLength(1)
      // Drawn over itself: nothing scrolled away.
      await seen(/\n +\d+ % +[1-9]\d of/)
      expect(screen().match(/^l1 below 0\.1: /gm)).toHaveLength(1)
      tmux('send-keys', 'C-c')
      await seen(/ganglion: stopped[^]*rc=130\nready>/)
      const left = screen()
      expect(left.match(/100 %/g)).toHaveLength(1)
      expect(left).not.toMatch(/members\/s/)
      expect(tmux('display', '-p', '#{alternate_on} #{cursor_flag}').trim()).toBe('0 1')
    },
  )

  test('in colour it is of half blocks; it stays, whole, above the table', async () => {
    open(80, 24, `TERM=xterm-256color COLORTERM=truecolor ${short} -o colour`)
    await seen(/▀+\n[^]*0 % ▀{16} 100 %\ngroup +region[^]*rc=0/)
    expect(tmux('capture-pane', '-p', '-e')).toMatch(/\[(38;2;68;1;84|38;5;53|3\d)[;m]/)
  })

  test.each([
    ['a window without room', 22, 6, long],
    ['a dumb terminal', 80, 24, `TERM=dumb ${short} -o dumb`],
    ['a CI', 80, 24, `CI=1 ${short} -o ci`],
  ])('no map in %s', async (_, columns, rows, line) => {
    open(columns, rows, line)
    await seen(line === long ? /\[#*-+/ : /rc=0/)
    expect(screen()).not.toMatch(/▀|across/)
  })

  test('a reproduction shows the map of each sweep in the same place, with its name, and takes it away', async () => {
    open(80, 24, 'ganglion reproduce li2017')
    await seen(/^l1 below 0\.1: [^]*100 %\nli2017\/fig3-regular: +\d+ % +[1-9]/m)
    // The second has the place of the first.
    await seen(/^l1 below 0\.1: [^]*100 %\nli2017\/fig3-unrolled: +\d+ % +[1-9]/m)
    expect(screen().match(/ across, /g)).toHaveLength(1)
    tmux('send-keys', 'C-c')
    await seen(/ganglion: stopped with \d+ of \d+ claims judged[^]*rc=130\nready>/)
    expect(screen()).not.toMatch(/ across, |100 %/)
  })

  test('a reproduction whose progress is piped prints lines only', async () => {
    open(
      80,
      24,
      `node ${join(root, 'tests/papers/fixtures/few-claims.ts')} 2> told.txt > claims.txt`,
    )
    await seen(/rc=5/)
    const told = readFileSync(join(folder, 'told.txt'), 'utf8')
    const lines = told.split('\n').filter((line) => line !== '')
    expect(lines.filter((line) => !line.startsWith('ganglion: '))).toEqual([])
    expect(told).toContain('ganglion: claim 4 of 5: ')
  })
})
