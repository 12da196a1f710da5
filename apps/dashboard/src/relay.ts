import {
  observe,
  type Experiment,
  type Frame,
  type GanglionEvent,
  type Observation,
} from '@ganglion/core'
import type { Command } from './feed.ts'
import { History } from './history.ts'
import type { Report } from './report.ts'

/** Reports leave at most this often: 15 a second. */
const intervalMs = 67

/** Sends reports about one member of an experiment: frames sampled, events all, changes of state at once. */
export function relay(experiment: Experiment, post: (report: Report) => void): void {
  const history = new History<Observation>()
  let frame: Frame | null = null
  let points: Observation[] = []
  let events: GanglionEvent[] = []
  let news: Report = {}

  const flush = (): void => {
    if (!frame && events.length === 0 && Object.keys(news).length === 0) return
    post({ ...news, ...(frame ? { frame: observe(frame, 0), points } : {}), events })
    frame = null
    points = []
    events = []
    news = {}
  }
  const timer = setInterval(flush, intervalMs)

  experiment.frames$.subscribe((next) => {
    frame = next
    if (!history.wants(next.step)) return
    const point = observe(next, 0)
    history.push(point)
    points.push(point)
  })
  experiment.events$.subscribe((event) => void events.push(event))
  experiment.verdict$.subscribe((verdict) => {
    if (verdict.member === 0) news = { ...news, verdict }
  })
  experiment.state$.subscribe((state) => {
    news = { ...news, state }
    flush()
  })
  const finish = (last: Report): void => {
    clearInterval(timer)
    news = { ...news, ...last }
    flush()
  }
  experiment.done.then(
    ({ outcome, steps, error }) =>
      finish({
        state: outcome === 'failed' ? 'failed' : 'done',
        ending: { outcome, steps, error: error?.message ?? null },
      }),
    (cause: unknown) => finish({ problem: sentence(cause) }),
  )
}

/** Does to the experiment what a command says. */
export function obey({ controls }: Experiment, command: Command): void {
  switch (command.type) {
    case 'pause':
      return controls.pause()
    case 'resume':
      return controls.resume()
    case 'step':
      return controls.step(1)
    case 'only':
      return controls.only(command.player)
    case 'pace':
      return controls.pace(command.stepsPerSecond)
    case 'stop':
      return controls.stop()
  }
}

/** What a thrown thing says. */
export function sentence(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
