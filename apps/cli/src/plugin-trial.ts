import { ContainedThread, type Limits } from '@ganglion/host'
import { ConfigError, MissingInputError } from '@ganglion/plan'
import type { PlannedCase, TestReport } from './plugin-test-worker.ts'

/** What became of a case. */
export interface TriedCase extends PlannedCase {
  /** Why it failed. */
  readonly error?: string
  readonly durationMs: number
}

/** Who hears of a trial. */
export interface TrialListener {
  readonly tried: (tried: TriedCase) => void
  /** The plugin printed something. */
  readonly printed: (text: string) => void
}

const entry = new URL('./plugin-test-worker.ts', import.meta.url)

/**
 * Runs the conformance suites of the plugins at a path in a contained thread. A case in which the thread dies has failed;
 * a new thread goes on with the next one. Rejects with a ConfigError or MissingInputError when there is no suite to run.
 */
export async function tryPlugin(
  path: string,
  limits: Limits,
  listener: TrialListener,
): Promise<readonly TriedCase[]> {
  const tried: TriedCase[] = []
  const hear = (one: TriedCase): void => {
    tried.push(one)
    listener.tried(one)
  }
  for (let done = false; !done;)
    done = await oneThread({ path, from: tried.length }, limits, { ...listener, tried: hear })
  return tried
}

/** Runs cases until there are no more (true) or the thread has died in one of them (false). */
function oneThread(
  order: { readonly path: string; readonly from: number },
  limits: Limits,
  listener: TrialListener,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let cases: readonly PlannedCase[] = []
    let current: { readonly index: number; readonly at: number } | null = null
    const end = (error?: string): void => {
      const { index, at } = current!
      const durationMs = Math.round(performance.now() - at)
      current = null
      listener.tried({ ...cases[index]!, ...(error === undefined ? {} : { error }), durationMs })
    }
    const finish = (act: () => void): void => void thread.close().then(act, reject)
    const message = (report: TestReport): void => {
      if (report.type === 'printed') listener.printed(report.text)
      else if (report.type === 'begun') current = { index: report.index, at: performance.now() }
      else if (report.type === 'refused') finish(() => reject(refusal(order.path, report)))
      else if (report.type === 'planned') cases = report.cases
      if (report.type === 'ended') end(report.error)
      const next = report.type === 'ended' ? report.index + 1 : order.from
      if ((report.type === 'planned' || report.type === 'ended') && next >= cases.length)
        finish(() => resolve(true))
    }
    const died = (error: Error): void => {
      if (current === null) return reject(refusal(order.path, error))
      end(error.message)
      resolve(order.from >= cases.length)
    }
    const thread = new ContainedThread<TestReport>(entry, order, limits, { message, died })
  })
}

/** The error that the thread met, as one of this side. */
function refusal(path: string, { name, message }: { name: string; message: string }): Error {
  if (name === 'MissingInputError') return new MissingInputError(message)
  const told = name === 'ConfigError' ? message.replace(/^\w+: --plugin [^:]*: /, '') : message
  return new ConfigError([{ path, message: told }], 'plugin')
}
