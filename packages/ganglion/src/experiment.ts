import type {
  Controls,
  ExperimentState,
  Frame,
  GanglionEvent,
  Moment,
  Plan,
  Result,
  Snapshot,
  Verdict,
} from '@ganglion/core'
import {
  createExperiment,
  type ExperimentOptions,
  type LiveExperiment,
  type Wires,
} from '@ganglion/engine'
import type { Config } from '@ganglion/plan'
import { Observable, type OperatorFunction } from 'rxjs'
import { iterate } from './iterate.ts'
import { prepare, type Overrides } from './prepare.ts'

/** A game that is being prepared or played: streams, async iterables, a promise, and hands on it. */
export interface Run {
  readonly events$: Observable<GanglionEvent>
  readonly frames$: Observable<Frame>
  readonly verdict$: Observable<Verdict>
  readonly state$: Observable<ExperimentState>
  /** The same as async iterables, for `for await`. Nothing is dropped. */
  readonly events: AsyncIterable<GanglionEvent>
  readonly frames: AsyncIterable<Frame>
  readonly controls: Controls
  readonly actors: LiveExperiment['actors']
  readonly plan: Promise<Plan>
  /** Resolves when the game has ended, whatever the outcome; rejects with a ConfigError if it could not begin. */
  readonly done: Promise<Result>
  /** Puts an RxJS operator on a wire between the players, or takes it off (null). */
  wire<K extends keyof Wires>(name: K, operator: OperatorFunction<Wires[K], Wires[K]> | null): void
  /**
   * Everything that the game is between two steps, as plain data that `structuredClone` copies: `experiment(target, { from })`
   * goes on from there, bit for bit. Throws an Error where there is no such moment (before the first frame, inside a step, after
   * the end), and a PluginError when a plugin remembers what cannot be copied.
   */
  snapshot(): Snapshot
  /** What the next step depends on, for `stabilityOf` of `ganglion/stability`: where a frame is told too, and after the end. */
  moment(): Moment
}

/**
 * Plays a preset (`li2017/fig1b`), a configuration file or a configuration. It begins by itself. Plugins run in this very
 * thread: `contained` plays those that somebody else wrote.
 */
export function experiment(
  target: string | Config,
  options: Overrides & ExperimentOptions = {},
): Run {
  return runOf(prepare(target, options), options)
}

/** Plays a plan that `prepare` made: for whoever looks at it first. It begins by itself. */
export function playPlan(plan: Plan, options: ExperimentOptions = {}): Run {
  return runOf(Promise.resolve(plan), options)
}

function runOf(plan: Promise<Plan>, options: ExperimentOptions): Run {
  const started = plan.then((p) => createExperiment(p, options))
  const done = started.then((e) => e.done)
  // Whoever awaits `done` hears of a refusal; nobody is made to.
  done.catch(() => undefined)
  let live: LiveExperiment | null = null
  started.then((e) => (live = e)).catch(() => undefined)
  const flow = <T>(pick: (e: LiveExperiment) => Observable<T>): Observable<T> =>
    deferred(started, pick)
  const later = (act: (e: LiveExperiment) => void): void => {
    if (live) act(live)
    else started.then(act).catch(() => undefined)
  }
  const events$ = flow((e) => e.events$)
  const frames$ = flow((e) => e.frames$)
  return {
    events$,
    frames$,
    verdict$: flow((e) => e.verdict$),
    state$: flow((e) => e.state$),
    events: iterate(events$),
    frames: iterate(frames$),
    controls: controlsOf(later),
    actors: () => live?.actors() ?? [],
    plan,
    done,
    wire: (name, operator) => later((e) => e.wire(name, operator)),
    snapshot: () => (live ?? unprepared('snapshot')).snapshot(),
    moment: () => (live ?? unprepared('moment')).moment(),
  }
}

function unprepared(what: string): never {
  throw new Error(
    `no ${what} before the game is prepared: take it between two steps, e.g. pause and wait for the state \`paused\``,
  )
}

function deferred<T>(
  started: Promise<LiveExperiment>,
  pick: (e: LiveExperiment) => Observable<T>,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    started.then(
      (e) => subscriber.add(pick(e).subscribe(subscriber)),
      (error: unknown) => subscriber.error(error),
    )
  })
}

function controlsOf(later: (act: (e: LiveExperiment) => void) => void): Controls {
  return {
    pause: () => later((e) => e.controls.pause()),
    resume: () => later((e) => e.controls.resume()),
    step: (count) => later((e) => e.controls.step(count)),
    only: (player) => later((e) => e.controls.only(player)),
    stop: () => later((e) => e.controls.stop()),
    set: (path, value) => later((e) => e.controls.set(path, value)),
    pace: (stepsPerSecond) => later((e) => e.controls.pace(stepsPerSecond)),
    stopActor: (id) => later((e) => e.controls.stopActor(id)),
  }
}
