import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const command = join(root, 'node_modules/.bin/ganglion')

/** A small sweep of many chunks: a second or so of work. */
export const small = [
  'sweep',
  'li2017/fig3-regular',
  ...['grid=6', 'trials=20', 'steps=1500', 'every=500'].flatMap((one) => ['--set', one]),
  '--seed',
  '7',
  '--chunk',
  '24',
]

/** What a finished command left. */
export interface Left {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** A folder of its own in which runs are made, gone after the tests. */
export function runsIn() {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const options = { cwd: folder, env: { ...process.env, CI: '1' } }
  const play = (...args: readonly string[]): Left => {
    const { status, signal, stdout, stderr } = spawnSync(command, args, {
      ...options,
      encoding: 'utf8',
    })
    return { code: status, signal, out: stdout, err: stderr }
  }
  const begin = (...args: readonly string[]): Begun => new Begun(spawn(command, args, options))
  const ledger = (run: string): string[] => {
    const file = join(folder, 'runs', run, 'ledger.jsonl')
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
  }
  return { folder, play, begin, ledger }
}

/** A command at work. */
export class Begun {
  readonly child: ChildProcess
  readonly ended: Promise<Left>
  out = ''

  constructor(child: ChildProcess) {
    this.child = child
    let err = ''
    child.stdout!.on('data', (data: Buffer) => (this.out += data.toString()))
    child.stderr!.on('data', (data: Buffer) => (err += data.toString()))
    this.ended = new Promise((resolve) =>
      child.on('close', (code, signal) => resolve({ code, signal, out: this.out, err })),
    )
  }

  /** Resolves when its output holds a text so many times, or it has ended. */
  async says(text: string, times = 1): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.out.split(text).length > times) resolve()
      }
      this.child.stdout!.on('data', look)
      this.child.on('close', () => resolve())
      look()
    })
  }
}

/** The sha256 of the table in the last line of JSON lines. */
export function tableOf(out: string): unknown {
  const last = JSON.parse(out.trim().split('\n').at(-1)!) as Record<string, unknown>
  return last['type'] === 'sweep.finished' ? last['table'] : last['type']
}
