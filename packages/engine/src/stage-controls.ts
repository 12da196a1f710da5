import type { Controls } from '@ganglion/core'
import type { Cue } from './conductor.ts'
import type { PluginActor } from './plugin-actor.ts'
import type { Pump } from './pump.ts'
import type { Steps } from './stage-steps.ts'
import type { Troupe } from './troupe.ts'

/** What the hands of a user take hold of. */
export interface Reach {
  readonly tell: (cue: Cue) => void
  readonly steps: Steps
  readonly pump: Pump
  readonly troupe: () => Troupe | null
  /** Changes an option or a rate. Throws a RangeError for a path or a value that cannot be. */
  readonly set: Controls['set']
}

/** The hands of a user on a game. */
export function controlsOf({ tell, steps, pump, troupe, set }: Reach): Controls {
  return {
    pause: () => tell({ type: 'pause' }),
    resume: () => tell({ type: 'resume' }),
    step: (count = 1) => tell({ type: 'step', count }),
    only: (player) => steps.between(() => (troupe()!.round.only = player)),
    stop: () => {
      steps.stopped = true
      steps.between(() => tell({ type: 'stop' }))
    },
    set,
    pace: (stepsPerSecond) => pump.pace(stepsPerSecond),
    stopActor: (id) => {
      requireActor(id, troupe()?.actors ?? [])
      tell({ type: 'actor.stop', id, step: steps.done })
    },
  }
}

function requireActor(id: string, actors: readonly PluginActor[]): void {
  if (actors.some((actor) => actor.id === id)) return
  throw new RangeError(`no actor ${id}; there are ${actors.map((actor) => actor.id).join(', ')}`)
}
