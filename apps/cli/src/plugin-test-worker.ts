import { parentPort, workerData } from 'node:worker_threads'
import { BlackBox, catchOutput, textOf, type Cell } from '@ganglion/host'
import { loadPluginModule } from '@ganglion/plan'
import { NotRun } from '@ganglion/testkit'
import { suitesOf } from './plugin-suites.ts'

/** What the thread is told: the plugin, and the first of its cases that is still to be run. */
export interface TestOrder {
  readonly path: string
  readonly from: number
}

/** A case before it is run. */
export interface PlannedCase {
  readonly plugin: string
  readonly kind: string
  readonly name: string
}

/** Why a case failed, or could not be run; nothing of one that passed. */
export interface Failure {
  readonly error?: string
  readonly notRun?: boolean
}

/** What the thread says: what it is going to run, or why it does not; the begin and the end of every case; what is printed. */
export type TestReport =
  | { readonly type: 'planned'; readonly cases: readonly PlannedCase[] }
  | { readonly type: 'refused'; readonly name: string; readonly message: string }
  | { readonly type: 'begun' }
  | ({ readonly type: 'ended' } & Failure)
  | { readonly type: 'printed'; readonly text: string }

const port = parentPort!
const say = (report: TestReport): void => port.postMessage(report)

async function work({ order: { path, from }, box: memory }: Cell<TestOrder>): Promise<void> {
  const box = new BlackBox(memory)
  catchOutput(box, (text) => say({ type: 'printed', text }))
  box.phase = 'loading'
  box.enter(box.name(path), box.name('load'), 0)
  let all
  try {
    all = suitesOf(await loadPluginModule(path)).flatMap(({ plugin, cases }) =>
      cases.map((one) => ({ plugin, one })),
    )
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error'
    return say({ type: 'refused', name, message: textOf(error) })
  }
  box.leave()
  const cases = all.map(({ plugin: { name, kind }, one }) => ({
    plugin: name,
    kind,
    name: one.name,
  }))
  say({ type: 'planned', cases })
  box.phase = 'running'
  for (let index = from; index < all.length; index++) {
    const { plugin, one } = all[index]!
    say({ type: 'begun' })
    box.distrust(`${plugin.kind}:${plugin.name}`)
    box.enter(box.name(`${plugin.kind}:${plugin.name}`), box.name(one.name), 0)
    const failure = await failureOf(one.run)
    box.leave()
    say({ type: 'ended', ...failure })
  }
  box.phase = 'ended'
}

async function failureOf(run: () => void | Promise<void>): Promise<Failure> {
  try {
    await run()
    return {}
  } catch (error) {
    if (error instanceof NotRun) return { error: error.message, notRun: true }
    const named = error instanceof Error && error.name !== 'Finding' ? `${error.name}: ` : ''
    return { error: `${named}${textOf(error)}` }
  }
}

await work(workerData as Cell<TestOrder>)
