import { execFileSync, spawnSync } from 'node:child_process'
import { afterEach } from 'vitest'
import { root } from './command.ts'

/** Whether this machine lacks tmux. */
export const withoutTmux = spawnSync('tmux', ['-V']).status !== 0

// A server of its own for each terminal: one that is still leaving would take the next one with it.
let servers = 0
const socket = (): string => `ganglion-e2e-${process.pid}-${servers}`
/** What is asked of the terminal. */
export const tmux = (...args: string[]): string => {
  // tmux inside tmux and a CI would both change what the command does.
  const { CI: _, TMUX: __, ...env } = process.env
  return execFileSync('tmux', ['-L', socket(), ...args], { encoding: 'utf8', env, cwd: root })
}
/** Waits. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))
/** What is on the screen. */
export const screen = (): string => tmux('capture-pane', '-p')
/** The step that the screen tells; -1 when it tells none. */
export const step = (): number => Number(/step\s+(\d+)/.exec(screen())?.[1] ?? -1)

/** Waits until it is so; throws what is on the screen instead when it never is. */
export async function until(what: () => boolean, patienceMs = 15_000): Promise<void> {
  for (let waited = 0; !what(); waited += 100) {
    if (waited > patienceMs) throw new Error(`this never came:\n${screen()}`)
    await pause(100)
  }
}

/** Opens `npm start` in a terminal of a size, which is closed after the test. */
export async function open(columns: number, rows: number): Promise<void> {
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
