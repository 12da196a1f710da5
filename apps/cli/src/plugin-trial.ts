import type { PluginError } from '@ganglion/core'
import { ContainedThread, type Death, type Limits } from '@ganglion/host'
import { ConfigError, MissingInputError } from '@ganglion/plan'
import type { Failure, PlannedCase, TestReport } from './plugin-test-worker.ts'

/** What became of a case. */
export interface TriedCase extends PlannedCase, Failure {
  readonly durationMs: number
}

/** Who hears of a trial. */
export interface TrialListener {
  readonly tried: (tried: TriedCase) => void
  /** The plugin printed something. */
  readonly printed: (text: string) => void
}

const entry = new URL('./plugin-test-worker.ts', import.meta.url)

/** So many threads may die. */
const mostDeaths = 3

/** The cases that a thread did not come to, and why not. */
interface Left {
  readonly cases: readonly PlannedCase[]
  readonly why: string
  /** Whether another thread may try them: what hangs once hangs again, and every time costs a deadline. */
  readonly again: boolean
}

/**
 * Runs the conformance suites of the plugins at a path in a contained thread. A case in which the thread dies has failed;
 * a new thread goes on with the next one, but not after a hang and not for ever: then the cases left are not run. Rejects with a
 * ConfigError or MissingInputError when there is no suite to run.
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
  for (let deaths = 0; deaths < mostDeaths; deaths++) {
    const from = tried.length
    const left = await oneThread({ path, from }, limits, { ...listener, tried: hear })
    if (left.cases.length === 0) break
    if (left.again && deaths < mostDeaths - 1) continue
    const error = `not run: ${left.why}`
    for (const one of left.cases) hear({ ...one, error, notRun: true, durationMs: 0 })
    break
  }
  return tried
}

const nothing: Left = { cases: [], why: '', again: false }

/** Runs cases until there are no more or the thread has died in one of them; gives those that are left. */
function oneThread(
  order: { readonly path: string; readonly from: number },
  limits: Limits,
  listener: TrialListener,
): Promise<Left> {
  return new Promise((resolve, reject) => {
    let cases: readonly PlannedCase[] = []
    let index = order.from
    let begun = performance.now()
    const end = ({ error, notRun }: Failure): void => {
      const durationMs = Math.round(performance.now() - begun)
      const why = error === undefined ? {} : { error }
      listener.tried({ ...cases[index++]!, ...why, ...(notRun ? { notRun } : {}), durationMs })
    }
    const finish = (act: () => void): void => void thread.close().then(act, reject)
    const message = (report: TestReport): void => {
      if (report.type === 'printed') return listener.printed(report.text)
      if (report.type === 'begun') return void (begun = performance.now())
      if (report.type === 'refused') return finish(() => reject(refusal(order.path, report)))
      if (report.type === 'planned') cases = report.cases
      else end(report)
      if (index >= cases.length) finish(() => resolve(nothing))
    }
    const died = (error: PluginError, { type }: Death): void => {
      const one = cases[index]
      if (one === undefined) return reject(refusal(order.path, error))
      end({ error: reasonOf(error) })
      const left = { cases: cases.slice(index), again: type !== 'hang' }
      const hung = `"${one.name}" did not come back`
      const why = type === 'hang' ? hung : `the plugin brought down its thread ${mostDeaths} times`
      resolve({ ...left, why })
    }
    const thread = new ContainedThread<TestReport>(entry, order, limits, { message, died })
  })
}

/** Why a thread died, without the place: the case names it. */
function reasonOf({ plugin, port, step, message }: PluginError): string {
  const head = `${plugin} failed at ${port}, step ${step}: `
  return message.startsWith(head) ? message.slice(head.length) : message
}

/** The error that the thread met, as one of this side. */
function refusal(path: string, error: PluginError | { name: string; message: string }): Error {
  const { name } = error
  const message = 'port' in error ? `it cannot be loaded: ${reasonOf(error)}` : error.message
  if (name === 'MissingInputError') return new MissingInputError(message)
  const told = message.replace(/^plugin: /, '')
  const head = `${path}: `
  const rest = told.startsWith(head) ? told.slice(head.length) : told
  return new ConfigError([{ path, message: rest }], 'plugin')
}
