import type {
  ActorStatus,
  Controls,
  ExperimentState,
  Frame,
  GanglionEvent,
  Result,
  Verdict,
} from '@ganglion/core'
import type { ExperimentOptions } from '@ganglion/engine'
import { ContainedThread, type Limits } from '@ganglion/host'
import type { Config } from '@ganglion/plan'
import type { Observable } from 'rxjs'
import type { ContainedOrder, FromThread, PlanSummary, ToThread } from './contained-message.ts'
import { Echo } from './echo.ts'
import { iterate } from './iterate.ts'
import type { Overrides } from './prepare.ts'

/** How a contained game is run. */
export interface ContainedOptions
  extends Overrides, Limits, Pick<ExperimentOptions, 'paused' | 'pace' | 'firstMember'> {
  /** The frame of every n-th step crosses to this side: 1, each, by default; null for none. Nothing asked for is lost. */
  readonly every?: number | null
  /** Only plan, and play when `begin` is called: for whoever must look at the plan before the first frame. */
  readonly held?: boolean
}

/** What plugin code wrote to its console. */
export interface Printed {
  /** The first 64 KiB. */
  readonly text: string
  /** Bytes beyond that, which were not kept. */
  readonly dropped: number
}

/** A game in a thread of its own with limits: as `Run`, but for what cannot cross a thread (wires, snapshots, the plugins of the plan). */
export interface ContainedRun {
  readonly events$: Observable<GanglionEvent>
  readonly frames$: Observable<Frame>
  readonly verdict$: Observable<Verdict>
  readonly state$: Observable<ExperimentState>
  readonly events: AsyncIterable<GanglionEvent>
  readonly frames: AsyncIterable<Frame>
  /** Refused values of `set` and unknown actors are told by `objections$`: the answer of a thread comes later. */
  readonly controls: Controls
  readonly objections$: Observable<Error>
  readonly actors: () => readonly ActorStatus[]
  /** Rejects with a ConfigError, PlanError or MissingInputError if the game is refused, with a PluginError if a plugin fails before. */
  readonly plan: Promise<PlanSummary>
  /** Resolves when the game has ended; a fault of a plugin is the outcome `failed` with `error`. Rejects if the game is refused. */
  readonly done: Promise<Result>
  readonly printed: () => Printed
  /** Plays what was `held`. */
  readonly begin: () => void
}

/**
 * Plays a preset, a configuration file or a configuration in a worker thread, whatever its plugins do: one that throws,
 * hangs, exits or leaks ends the run as `failed`, naming plugin, port and step, and nothing on this side. What a thread
 * does not contain is said in the README of packages/host.
 */
export function contained(target: string | Config, options: ContainedOptions = {}): ContainedRun {
  return start(target, options, false)
}

/** The plan of a target, made where its plugins cannot do harm. */
export async function containedPlan(
  target: string | Config,
  options: Overrides & Limits = {},
): Promise<PlanSummary> {
  return start(target, options, true).plan
}

function start(
  target: string | Config,
  options: ContainedOptions,
  planOnly: boolean,
): ContainedRun {
  const {
    deadlineMs,
    memoryMb,
    every = 1,
    paused = false,
    pace = null,
    held = false,
    ...rest
  } = options
  const { set, seed, steps, members, plugins, firstMember = 0 } = rest
  const overrides = defined({ set, seed, steps, members, plugins }) as Overrides
  const playing = { paused, pace, firstMember, every, held, planOnly }
  const order: ContainedOrder = { target, overrides, ...playing }
  const echo = new Echo()
  const entry = new URL('./contained-worker.ts', import.meta.url)
  const limited = defined({ deadlineMs, memoryMb }) as Limits
  const thread = new ContainedThread<FromThread>(entry, order, limited, {
    message: (message) => {
      if (message.type === 'batch') thread.send({ type: 'taken' } satisfies ToThread)
      const settled = echo.take(message)
      if (settled || (planOnly && message.type === 'plan')) void thread.close().then(settled)
    },
    died: (error) => echo.fail(error),
  })
  return {
    ...echo.streams,
    events: iterate(echo.streams.events$),
    frames: iterate(echo.streams.frames$),
    controls: controlsOf((message) => thread.send(message)),
    actors: () => echo.actors,
    plan: echo.plan,
    done: echo.done,
    begin: () => thread.send({ type: 'begin' } satisfies ToThread),
    printed: () => ({ text: echo.text, dropped: thread.box.dropped }),
  }
}

/** Without what is not given. */
const defined = (record: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

function controlsOf(send: (message: ToThread) => void): Controls {
  return {
    pause: () => send({ type: 'pause' }),
    resume: () => send({ type: 'resume' }),
    step: (count = 1) => send({ type: 'step', count }),
    only: (player) => send({ type: 'only', player }),
    stop: () => send({ type: 'stop' }),
    set: (path, value) => send({ type: 'set', path, value }),
    pace: (stepsPerSecond) => send({ type: 'pace', stepsPerSecond }),
    stopActor: (id) => send({ type: 'stopActor', id }),
  }
}
