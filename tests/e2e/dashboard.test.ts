import { execFileSync, spawnSync } from 'node:child_process'
import { afterEach, describe, expect, test } from 'vitest'
import { root } from './command.ts'

const missing = spawnSync('tmux', ['-V']).status !== 0
// A server of its own for each terminal: one that is still leaving would take the next one with it.
let servers = 0
const socket = (): string => `ganglion-e2e-${process.pid}-${servers}`
const tmux = (...args: string[]): string => {
  // tmux inside tmux and a CI would both change what the command does.
  const { CI: _, TMUX: __, ...env } = process.env
  return execFileSync('tmux', ['-L', socket(), ...args], { encoding: 'utf8', env, cwd: root })
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const screen = (): string => tmux('capture-pane', '-p')
const step = (): number => Number(/step\s+(\d+)/.exec(screen())?.[1] ?? -1)

async function until(what: () => boolean, patienceMs = 15_000): Promise<void> {
  for (let waited = 0; !what(); waited += 100) {
    if (waited > patienceMs) throw new Error(`this never came:\n${screen()}`)
    await pause(100)
  }
}

async function open(columns: number, rows: number): Promise<void> {
  servers++
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    String(rows),
    'PS1="ready> " exec sh',
  )
  tmux('send-keys', 'npm start --silent', 'Enter')
  await until(() => step() > 0)
}

afterEach(() => void spawnSync('tmux', ['-L', socket(), 'kill-server']))

describe.skipIf(missing)('npm start in a terminal (needs tmux)', () => {
  test('moves, freezes, steps once, moves one player, leaves the terminal as it was', async () => {
    await open(100, 30)
    const first = step()
    await pause(2000)
    expect(step()).toBeGreaterThan(first)
    tmux('send-keys', 'Space')
    await until(() => screen().includes('paused'))
    await pause(300)
    const frozen = step()
    await pause(500)
    expect(step()).toBe(frozen)
    tmux('send-keys', 's')
    await until(() => step() !== frozen)
    await pause(300)
    expect(step()).toBe(frozen + 1)
    tmux('send-keys', 'd')
    await until(() => screen().includes('only D moves'))
    tmux('send-keys', 'q')
    await until(() => screen().trimEnd().endsWith('ready>'))
    expect(tmux('display', '-p', '#{alternate_on} #{cursor_flag}').trim()).toBe('0 1')
  })

  test('goes to a step, back from the beginning, takes another rate and another seed', async () => {
    await open(80, 24)
    tmux('send-keys', '-l', ':goto 700')
    tmux('send-keys', 'Enter')
    await until(() => step() === 700 && screen().includes('paused'))
    const there = screen().split('\n').slice(2, 20)
    tmux('send-keys', '-l', ':goto 650')
    tmux('send-keys', 'Enter')
    await until(() => step() === 650 && screen().includes('paused'))
    expect(screen().split('\n').slice(2, 20)).not.toEqual(there)
    tmux('send-keys', '-l', ':goto 700')
    tmux('send-keys', 'Enter')
    await until(() => step() === 700 && screen().includes('This is step 700'))
    // The same seed leads to the same picture of the densities.
    const densities = (lines: readonly string[]) => lines.map((line) => line.slice(0, 38))
    expect(densities(screen().split('\n').slice(2, 14))).toEqual(densities(there.slice(0, 12)))
    tmux('send-keys', '-l', ':set dynamics.generatorRate=0.05')
    tmux('send-keys', 'Enter')
    await until(() => screen().includes('dynamics.generatorRate = 0.05'))
    tmux('send-keys', '-l', ':set dynamics.generator=1')
    tmux('send-keys', 'Enter')
    await until(() => screen().includes('did you mean dynamics.generatorRate?'))
    tmux('send-keys', 'R')
    await until(() => screen().includes('seed 2') && step() > 0)
    expect(step()).toBeLessThan(650)
    tmux('send-keys', 'q')
    await until(() => screen().trimEnd().endsWith('ready>'))
  })

  test.each([
    [40, 12],
    [80, 24],
    [160, 50],
  ])('at %ix%i the screen is whole', async (columns, rows) => {
    await open(columns, rows)
    const drawn = screen().trimEnd().split('\n')
    expect(drawn.length).toBeLessThanOrEqual(rows)
    for (const line of drawn) expect(line.length).toBeLessThanOrEqual(columns)
    expect(screen()).toMatch(/target/)
    expect(screen()).toMatch(/q quit/)
    tmux('send-keys', 'q')
    await until(() => screen().includes('ready>'))
  })
})
