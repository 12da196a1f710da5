import type { Command, Feed } from './feed.ts'
import type { EngineLine } from './engine-line.ts'
import type { Report } from './report.ts'
import { ViewStore } from './view-store.ts'

/** How long a run may take to end by itself before its engine is ended. */
const patienceMs = 300

/** The feed of an engine that runs elsewhere; `pace` is the one that it begins with. */
export function engineFeed(
  open: (report: (report: Report) => void) => EngineLine,
  pace: number | null,
): Feed {
  const store = new ViewStore({ pace })
  const line = open((report) => {
    store.take(report, performance.now())
    // Only now may the next one come: a screen that stands still holds up one report.
    line.send({ type: 'taken' })
  })
  return {
    view: () => store.view,
    subscribe: (listener) => store.subscribe(listener),
    send(command: Command) {
      store.expect(command)
      line.send(command)
    },
    async close() {
      if (store.view.ending === null && store.view.problem === null) {
        line.send({ type: 'stop' })
        await Promise.race([line.gone, ended(store), delay(patienceMs)])
      }
      await line.close()
    },
  }
}

/** Waits for the run to end. */
function ended(store: ViewStore): Promise<void> {
  return new Promise((resolve) => {
    store.subscribe(() => store.view.ending && resolve())
  })
}

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms).unref())
