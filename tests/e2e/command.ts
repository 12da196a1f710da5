import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const command = join(root, 'node_modules/.bin/ganglion')

/** What a finished command left. */
export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command to its end. */
export function ganglion(...args: readonly string[]): Finished {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Runs a line of shell, with `ganglion` in it. */
export function shell(line: string): Finished {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', line.replaceAll('ganglion', command)],
    { cwd: root, encoding: 'utf8' },
  )
  return { code: status, out: stdout, err: stderr }
}

/** Runs the command and sends it signals, each so many ms after it said its first word, or after the one before. */
export async function signalled(
  args: readonly string[],
  signals: readonly (readonly [number, NodeJS.Signals])[],
): Promise<Finished> {
  const child = spawn(command, args, { cwd: root })
  let [out, err] = ['', '']
  const spoke = new Promise<void>((resolve) =>
    child.stdout.on('data', (data: Buffer) => ((out += data.toString()), resolve())),
  )
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  const gone = new Promise<number | null>((resolve) => child.on('close', resolve))
  await spoke
  for (const [ms, signal] of signals) {
    await new Promise((resolve) => setTimeout(resolve, ms))
    child.kill(signal)
  }
  return { code: await gone, out, err }
}

/** JSON lines, parsed. */
export function lines(out: string): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
