import {
  unwatchedText,
  visible,
  type Controls,
  type Frame,
  type GanglionEvent,
  type Result,
} from '@ganglion/core'
import type { PlanSummary } from 'ganglion'
import { endLines } from './end-lines.ts'
import { eventLine, finishedLine, frameLine, startedLine } from './json-lines.ts'
import type { Output } from './output.ts'
import { eventText, finishedText, startedText } from './plain-lines.ts'
import type { RunFlags } from './run-flags.ts'
import { version } from './version.ts'

interface Stream<T> {
  subscribe(observer: { next: (value: T) => void; error: () => void }): { unsubscribe(): void }
}

/** What printing needs of an experiment. */
export interface Printable {
  readonly frames$: Stream<Frame>
  readonly events$: Stream<GanglionEvent>
  readonly controls: Pick<Controls, 'pause' | 'resume'>
  readonly done: Promise<Result>
}

/** Prints a run from its first line to its last. The game waits for a reader that is behind. */
export async function printRun(
  live: Printable,
  plan: PlanSummary,
  output: Output,
  { json, every }: Pick<RunFlags, 'json' | 'every'>,
): Promise<Result> {
  const id = plan.hash.slice(0, 12)
  const started = performance.now()
  let waiting = false
  const print = (text: string): void => {
    void output.line(text)
    if (waiting || !output.full) return
    waiting = true
    live.controls.pause()
    void output.full.then(() => {
      waiting = false
      live.controls.resume()
    })
  }
  // What breaks a stream off rejects `done` too.
  const error = (): void => undefined
  // Those who read JSON find it among the events.
  const unwatched = json ? [] : (plan.unwatched ?? [])
  const told = new Set(unwatched.map(({ detector }) => detector))
  // Not awaited: a game tells its first frame to those who are there.
  print(json ? startedLine(plan, id, version()) : startedText(plan))
  for (const one of unwatched) print(visible(unwatchedText(one)))
  const events = live.events$.subscribe({
    next: (event) => {
      if (event.type === 'insufficient-data' && told.has(event.detector)) return
      print(json ? eventLine(event, id) : eventText(event))
    },
    error,
  })
  const frames =
    json && every
      ? live.frames$.subscribe({
          next: (frame) => {
            if (frame.step % every === 0) print(frameLine(frame, id))
          },
          error,
        })
      : null
  const result = await live.done
  events.unsubscribe()
  frames?.unsubscribe()
  await output.full
  const wallMs = performance.now() - started
  if (!json && !result.error) for (const line of endLines(result.final)) await output.line(line)
  await output.line(json ? finishedLine(result, id, wallMs, plan) : finishedText(result))
  await output.flush()
  return result
}

/** Prints the end of a run that failed before there was a plan. */
export async function printFailure(result: Result, output: Output, json: boolean): Promise<Result> {
  await output.line(json ? finishedLine(result, 'unplanned', 0) : finishedText(result))
  await output.flush()
  return result
}
