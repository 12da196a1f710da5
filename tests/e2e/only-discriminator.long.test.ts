import { execFileSync, spawnSync } from 'node:child_process'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './command.ts'

const missing = spawnSync('tmux', ['-V']).status !== 0
const socket = `ganglion-only-d-${process.pid}`

function tmux(...args: string[]): string {
  const { CI: _, TMUX: __, ...rest } = process.env
  // Curves are braille: without a UTF-8 locale tmux would tell them as underscores.
  const env = { ...rest, LC_ALL: 'C.UTF-8' }
  return execFileSync('tmux', ['-u', '-L', socket, ...args], { encoding: 'utf8', env, cwd: root })
}

const screen = (): string => tmux('capture-pane', '-p')
const step = (): number => Number(/step\s+(\d+)/.exec(screen())?.[1] ?? -1)
const shows = async (what: () => boolean): Promise<void> => {
  await expect.poll(what, { timeout: 15_000, interval: 50 }).toBe(true)
}

/** The pane of the densities, down to its axis: their rows, and those of the discriminator. */
function leftPane(): { densities: string[]; intervals: string[] } {
  const left = screen()
    .split('\n')
    .map((line) => line.slice(0, 48).trimEnd())
  // Other panes stand below the axis, and they may move.
  const pane = left.slice(
    0,
    left.findIndex((line) => /^ *└/.test(line)),
  )
  return {
    densities: pane.filter((line) => /^[\d. ]+[┤│]/.test(line)),
    intervals: pane.filter((line) => /^ +D│/.test(line)),
  }
}

afterAll(() => void spawnSync('tmux', ['-L', socket, 'kill-server']))

describe.skipIf(missing)('the dashboard in a terminal (needs tmux)', () => {
  test('d moves the intervals and leaves the generator where it is', async () => {
    const size = ['-x', '100', '-y', '30']
    tmux('-f', '/dev/null', 'new-session', '-d', ...size, 'PS1="ready> " exec sh')
    tmux('send-keys', 'node_modules/.bin/ganglion run li2017/fig1b --live; echo "<$?>"', 'Enter')
    await shows(() => step() > 200)
    tmux('send-keys', 'Space')
    await shows(() => screen().includes('paused'))
    tmux('send-keys', 'd')
    await shows(() => screen().includes('only D moves'))
    const asked = step()
    tmux('send-keys', 's')
    await shows(() => step() > asked)
    const before = leftPane()
    expect(before.densities.length).toBeGreaterThan(5)
    expect(before.intervals).toHaveLength(2)

    tmux('send-keys', 'Space')
    await shows(() => step() > asked + 100)
    tmux('send-keys', 'Space')
    await shows(() => screen().includes('paused'))
    const after = leftPane()
    expect(after.intervals).not.toEqual(before.intervals)
    expect(after.densities).toEqual(before.densities)

    tmux('send-keys', 'q')
    await shows(() => screen().includes('<0>\nready>'))
    expect(screen()).not.toMatch(/paused|both move|[│┤]/)
    expect(screen()).toMatch(/playing; left at step \d+$/m)
  })
})
