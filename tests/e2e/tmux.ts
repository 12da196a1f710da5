import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './command.ts'

/** Whether this machine lacks tmux. */
export const withoutTmux = spawnSync('tmux', ['-V']).status !== 0

/** What is typed and seen in terminals of tmux, in a folder; one after the other. */
export class Terminals {
  readonly #name: string
  readonly #cwd: string
  #servers = 0

  constructor(name: string, cwd: string) {
    this.#name = name
    this.#cwd = cwd
  }

  tmux(...args: string[]): string {
    // tmux inside tmux and a CI would both change what the command does.
    const { CI: _, TMUX: __, NO_COLOR: ___, ...env } = process.env
    const PATH = `${join(root, 'node_modules/.bin')}:${env['PATH']}`
    return execFileSync('tmux', ['-L', this.#socket, ...args], {
      encoding: 'utf8',
      env: { ...env, PATH },
      cwd: this.#cwd,
    })
  }

  screen(): string {
    return this.tmux('capture-pane', '-p')
  }

  /** Opens the next terminal and types a line, after which the code is told that it ended with. */
  open(columns: number, rows: number, line: string): void {
    this.#servers++
    const size = ['-x', String(columns), '-y', String(rows)]
    this.tmux('-f', '/dev/null', 'new-session', '-d', ...size, 'PS1="ready> " exec sh')
    this.tmux('send-keys', `${line}; echo "rc"=$?`, 'Enter')
  }

  close(): void {
    spawnSync('tmux', ['-L', this.#socket, 'kill-server'])
  }

  // A server of its own for each terminal: one that is still leaving would take the next one with it.
  get #socket(): string {
    return `ganglion-${this.#name}-${process.pid}-${this.#servers}`
  }
}
