import type { Command, Feed } from './feed.ts'
import type { Report } from './report.ts'
import { ViewStore } from './view-store.ts'

/** A feed for tests: says what it is told to, keeps what it is sent. */
export function fakeFeed(): Feed & {
  readonly sent: Command[]
  readonly report: (report: Report, atMs?: number) => void
} {
  const store = new ViewStore()
  const sent: Command[] = []
  return {
    sent,
    report: (report, atMs = 0) => store.take(report, atMs),
    view: () => store.view,
    subscribe: (listener) => store.subscribe(listener),
    send: (command) => {
      sent.push(command)
      store.expect(command)
    },
    close: () => Promise.resolve(),
  }
}
