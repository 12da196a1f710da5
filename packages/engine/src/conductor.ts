import { PluginError } from '@ganglion/core'
import { assign, fromCallback, fromPromise, setup, stopChild, type ActorRefFrom } from 'xstate'
import type { PluginActor } from './plugin-actor.ts'

/** What the statechart tells the machinery to do. */
export interface Baton {
  readonly prepare: () => Promise<readonly PluginActor[]>
  readonly play: () => void
  readonly rest: () => void
  readonly stepOnce: (count: number) => void
  readonly finish: () => void
  readonly fail: (error: PluginError) => void
  readonly startsPaused: boolean
}

/** What an experiment is told: by its user, its pump and its plugins. */
export type Cue =
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'step'; readonly count: number }
  | { readonly type: 'stop' }
  | { readonly type: 'end' }
  | { readonly type: 'fail'; readonly error: PluginError }
  | { readonly type: 'actor.stop'; readonly id: string; readonly step: number }

const plugin = fromCallback<{ type: 'none' }, PluginActor>(
  ({ input }) =>
    () =>
      input.stop(),
)

/**
 * The statechart of an experiment: preparing, then running or paused, finishing, and done or failed. Plugins are its
 * children; its events are life and death, never a step.
 */
export function conductor(baton: Baton) {
  return setup({
    types: {
      context: {} as { plugins: ActorRefFrom<typeof plugin>[]; error: PluginError | null },
      events: {} as Cue,
    },
    actors: { plugin, prepare: fromPromise<readonly PluginActor[]>(() => baton.prepare()) },
    actions: {
      play: () => baton.play(),
      rest: () => baton.rest(),
      stepOnce: ({ event }) => event.type === 'step' && baton.stepOnce(event.count),
      finish: () => baton.finish(),
      fail: ({ context }) => baton.fail(context.error!),
      seat: assign(({ event, spawn }) => ({
        plugins: (event as unknown as { output: readonly PluginActor[] }).output.map((input) =>
          spawn('plugin', { id: input.id, input }),
        ),
      })),
      remember: assign(({ event }) => ({ error: errorOf(event) })),
    },
    guards: { startsPaused: () => baton.startsPaused },
  }).createMachine({
    id: 'experiment',
    context: { plugins: [], error: null },
    initial: 'preparing',
    on: {
      fail: { target: '.failed', actions: 'remember' },
      'actor.stop': {
        target: '.failed',
        actions: [stopChild(({ event }) => event.id), 'remember'],
      },
    },
    states: {
      preparing: {
        invoke: {
          src: 'prepare',
          onDone: [
            { guard: 'startsPaused', target: 'paused', actions: 'seat' },
            { target: 'running', actions: 'seat' },
          ],
          onError: { target: 'failed', actions: 'remember' },
        },
      },
      running: {
        entry: 'play',
        exit: 'rest',
        on: {
          pause: 'paused',
          step: { target: 'paused', actions: 'stepOnce' },
          stop: 'finishing',
          end: 'finishing',
        },
      },
      paused: {
        on: {
          resume: 'running',
          step: { actions: 'stepOnce' },
          stop: 'finishing',
          end: 'finishing',
        },
      },
      finishing: { entry: 'finish', always: 'done' },
      done: { type: 'final' },
      failed: { type: 'final', entry: 'fail' },
    },
  })
}

function errorOf(event: { readonly type: string }): PluginError {
  const { error, id, step } = event as { error?: unknown; id?: string; step?: number }
  if (error instanceof PluginError) return error
  if (id !== undefined && error === undefined) {
    return new PluginError(
      { plugin: id, port: 'life', step: step ?? 0 },
      'the actor was stopped while the game ran',
    )
  }
  const message = error instanceof Error ? error.message : String(error)
  return new PluginError({ plugin: 'plan', port: 'prepare', step: 0 }, message, error)
}
