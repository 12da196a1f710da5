import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const fall = fileURLToPath(new URL('./fixtures/fall.ts', import.meta.url))
const hook = new URL('../../cli/src/jsx-hook.mjs', import.meta.url).href
const without = spawnSync('tmux', ['-V']).status !== 0
const soon = { timeout: 20_000, interval: 50 }

/** A terminal of its own with a shell in it, and a folder that goes with it. */
function terminal(shell: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ganglion-'))
  const server = ['-S', join(folder, 'tmux'), '-f', '/dev/null']
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', [...server, ...args], { encoding: 'utf8' })
  const { CI: _, NODE_ENV: __, ...env } = process.env
  const start = ['new-session', '-d', '-x', '100', '-y', '30', `PS1="ready> " exec ${shell}`]
  execFileSync('tmux', [...server, ...start], { env })
  return {
    pid: join(folder, 'pid'),
    type: (text: string) => void tmux('send-keys', text, 'Enter'),
    text: () => tmux('capture-pane', '-p'),
    /** Whether the terminal turns Ctrl-C into a signal: neither a raw terminal nor one of a dead dashboard does. */
    signals: () => {
      const tty = openSync(tmux('display', '-p', '#{pane_tty}').trim(), 'r')
      const { stdout } = spawnSync('stty', ['-a'], {
        stdio: [tty, 'pipe', 'ignore'],
        encoding: 'utf8',
      })
      closeSync(tty)
      return /(?<![-\w])isig/.test(stdout)
    },
    modes: () => tmux('display', '-p', '#{alternate_on} #{cursor_flag} #{mouse_any_flag}').trim(),
    end: () => {
      spawnSync('tmux', [...server, 'kill-server'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const withoutBash = spawnSync('bash', ['--version']).status !== 0

describe.skipIf(without)('the terminal is given back', () => {
  let screen: ReturnType<typeof terminal>
  beforeEach(() => {
    screen = terminal('sh')
  })
  afterEach(() => screen.end())

  /** Opens the dashboard, waits until it is up, and says which process it is. */
  const open = async (how: string): Promise<number> => {
    screen.type(`'${process.execPath}' --import '${hook}' '${fall}' '${screen.pid}' ${how}`)
    await vi.waitFor(() => expect(existsSync(screen.pid)).toBe(true), soon)
    if (how === 'wait') await vi.waitFor(() => expect(screen.modes()).toBe('1 0 0'), soon)
    return Number(readFileSync(screen.pid, 'utf8'))
  }
  const expectGivenBack = async (pid: number, code: number): Promise<void> => {
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), soon)
    await vi.waitFor(() => expect(screen.modes()).toBe('0 1 0'), soon)
    await vi.waitFor(() => expect(screen.signals()).toBe(true), soon)
    screen.type(
      'echo "rc="$?; stty -a | tr " ;" "\\n\\n" | grep -Ex -- "-?(echo|icanon|isig|icrnl|opost)"',
    )
    await vi.waitFor(() => {
      const lines = screen
        .text()
        .split('\n')
        .map((line) => line.trim())
      expect(lines).toContain(`rc=${code}`)
      for (const mode of ['echo', 'icanon', 'isig', 'icrnl', 'opost']) expect(lines).toContain(mode)
    }, soon)
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGABRT', 134],
    ['SIGQUIT', 131],
    ['SIGKILL', 137],
    ['SIGSEGV', 139],
  ] as const)('after %s', async (signal, code) => {
    const pid = await open('wait')
    process.kill(pid, signal)
    await expectGivenBack(pid, code)
  })

  test.skipIf(withoutBash).each(['SIGTERM', 'SIGKILL'] as const)(
    'after %s, to a shell that edits lines in modes of its own',
    async (signal) => {
      screen.end()
      screen = terminal('bash --norc --noprofile')
      const pid = await open('wait')
      process.kill(pid, signal)
      await expectGivenBack(pid, signal === 'SIGKILL' ? 137 : 143)
    },
  )

  test('after KILL of the whole group', async () => {
    const pid = await open('wait')
    process.kill(-pid, 'SIGKILL')
    await expectGivenBack(pid, 137)
  })

  test('after KILL of one that hangs', async () => {
    const pid = await open('hang')
    await new Promise((resolve) => setTimeout(resolve, 600))
    process.kill(pid, 'SIGKILL')
    await expectGivenBack(pid, 137)
  })

  test.each([
    ['throw', 1, 'a planted fault'],
    ['reject', 1, 'a planted rejection'],
    ['exit', 5, ''],
  ])('after %s, and its error is read', async (how, code, message) => {
    await expectGivenBack(await open(how), code)
    expect(screen.text()).toContain(message)
  })
})
