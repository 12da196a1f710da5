import type { Frame, GanglionEvent, Result } from '@ganglion/core'
import {
  eventLine,
  frameLine,
  inspectRun,
  LineCount,
  runEnd,
  runEndText,
  type Check,
  type Lines,
  type RunEnd,
  type RunManifest,
} from '@ganglion/store'
import { contained, experiment } from 'ganglion'
import { unwholeRun } from './export-refusal.ts'
import { checkRunClaims } from './verify-claims.ts'
import { versionsOf } from './verify-versions.ts'

/** Looks at everything of a single game, and plays it again. */
export async function lookAtRun(
  folder: string,
  manifest: RunManifest,
  tell: (check: Check) => void,
  stoppable: (stop: () => void) => void,
): Promise<void> {
  const found = await inspectRun(folder, 'bytes')
  const { end, state } = found
  const problem = unwholeRun(folder, found)
  if (problem)
    tell({ check: 'frames', result: state === 'damaged' ? 'unlike' : 'open', text: problem.text })
  else if (end)
    tell({
      check: 'frames',
      result: 'ok',
      text: `${end.frames.lines} frames and ${end.eventLines.lines} events have the bytes that finished.json names`,
    })
  if (end) {
    const again = await playedAgain(manifest, stoppable)
    tell(planCheck(manifest, again.hash))
    tell(gameCheck(end, again))
    for (const check of await checkRunClaims(manifest, again.told, again.result)) tell(check)
  }
  tell(versionsOf(manifest))
}

interface Again {
  readonly hash: string
  readonly frames: Lines
  readonly events: Lines
  readonly told: readonly GanglionEvent[]
  readonly result: Result
}

/** Plays a game as its manifest says; plugins of somebody's own in a thread with limits. */
async function playedAgain(
  { config, plugins, firstMember, every }: RunManifest,
  stoppable: (stop: () => void) => void,
): Promise<Again> {
  const live =
    plugins.length > 0
      ? contained(config, { plugins, firstMember, every })
      : experiment(config, { firstMember })
  stoppable(() => live.controls.stop())
  const [frames, events] = [new LineCount(), new LineCount()]
  const told: GanglionEvent[] = []
  let last = -1
  const keep = (frame: Frame): void => {
    last = frame.step
    frames.add(frameLine(frame))
  }
  // What breaks a stream off rejects `done` too.
  const error = (): void => undefined
  live.frames$.subscribe({ next: (frame) => void (frame.step % every === 0 && keep(frame)), error })
  live.events$.subscribe({
    next: (event) => {
      told.push(event)
      events.add(eventLine(event))
    },
    error,
  })
  const result = await live.done
  if (result.final.step > last) keep(result.final)
  return { hash: (await live.plan).hash, frames: frames.end(), events: events.end(), told, result }
}

function planCheck({ hash, seed }: RunManifest, now: string): Check {
  return hash === now
    ? { check: 'plan', result: 'ok', text: `the configuration plans ${hash}, seed ${seed}` }
    : {
        check: 'plan',
        result: 'unlike',
        text: `the configuration plans ${now} now, and planned ${hash}`,
      }
}

function gameCheck(end: RunEnd, again: Again): Check {
  const { outcome, steps, frames, eventLines } = end
  const detail = { outcome: again.result.outcome, steps: again.result.steps }
  const unlike = (text: string): Check => ({ check: 'again', result: 'unlike', text, detail })
  const { result } = again
  if (result.outcome === 'cancelled' && outcome !== 'cancelled')
    return { check: 'again', result: 'open', text: 'playing it again was stopped', detail }
  if (result.outcome !== outcome || result.steps !== steps)
    return unlike(
      `played again it ends ${result.outcome} after ${result.steps} steps, stored is ${outcome} after ${steps}`,
    )
  if (again.frames.sha256 !== frames.sha256) return unlike('played again it has other frames')
  if (again.events.sha256 !== eventLines.sha256) return unlike('played again it has other events')
  if (runEndText(runEnd(result, again.frames, again.events, end.manifest)) !== runEndText(end))
    return unlike('played again it has other counts of events, or another error')
  const text = `played again it gives the same bits: ${outcome} after ${steps} steps`
  return { check: 'again', result: 'ok', text, detail }
}
