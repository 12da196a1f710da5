import { fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { EngineLine } from './engine-line.ts'
import type { EngineMessage, EngineOrder, HostOrder } from './engine-order.ts'
import type { Report } from './report.ts'

const host = fileURLToPath(new URL('./engine-host.ts', import.meta.url))
/** How long the process may take to leave by itself, and how much of its last words is kept. */
const [patienceMs, lastWords] = [1000, 2000]

/**
 * The engine in a process of its own. It belongs to another process group, so that neither a stopped nor an interrupted
 * dashboard stops it, and leaves when this process does. `entry` is the module of its thread.
 */
export function engineProcess(
  order: EngineOrder,
  entry: URL,
  report: (report: Report) => void,
): EngineLine {
  const child = fork(host, [], {
    serialization: 'advanced',
    detached: true,
    execArgv: imports(process.execArgv),
    env: compiling(),
    // What it says would fall into the screen.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let words = ''
  let settled = false
  child.stderr?.on(
    'data',
    (more: Buffer) => (words = `${words}${more.toString()}`.slice(-lastWords)),
  )
  const tell = (news: Report): void => {
    settled ||= news.ending !== undefined || news.problem !== undefined
    report(news)
  }
  const send = (message: EngineMessage | HostOrder): void => {
    // It may be leaving; its end is told below.
    if (child.connected) child.send(message, () => undefined)
  }
  const gone = new Promise<void>((resolve) => {
    const leave = (problem: string): void => {
      if (!settled) tell({ problem })
      resolve()
    }
    child.on('message', (news: unknown) => tell(news as Report))
    child.on('error', (cause) => leave(`The engine cannot be started: ${cause.message}`))
    child.on('exit', (code, signal) =>
      leave(`The engine ended before the run did (${signal ?? `code ${code}`}).${said(words)}`),
    )
  })
  send({ order, entry: entry.href })
  return {
    send,
    gone,
    async close() {
      // Whoever closes does not ask how it ended.
      settled = true
      if (child.connected) child.disconnect()
      await Promise.race([gone, delay(patienceMs)])
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    },
  }
}

/** What this process was told to load first: a plugin shall find there too what it finds here. Other flags are our own. */
function imports(flags: readonly string[]): string[] {
  return flags.filter((flag, at) => /^--import(=|$)/.test(flag) || flags[at - 1] === '--import')
}

/** The environment of this process, and where it keeps what it has compiled: the engine loads the same modules. */
function compiling(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined ? process.env : { NODE_COMPILE_CACHE: folder, ...process.env }
}

/** The sentence of an error among what was printed. */
function said(words: string): string {
  const line = /^\w*Error\b.*$/m.exec(words)?.[0]
  return line ? ` ${line}` : ''
}

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms).unref())
