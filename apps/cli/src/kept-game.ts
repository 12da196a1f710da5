import type { Frame, GanglionEvent, Result } from '@ganglion/core'
import type { Run } from 'ganglion'

/** A game that has ended, with all that it told. */
export interface KeptGame {
  readonly frames: readonly Frame[]
  readonly events: readonly GanglionEvent[]
  readonly result: Result
}

/** Keeps all frames and events of a game to its end. Rejects with the PluginError of one that failed. */
export async function keptGame(live: Pick<Run, 'frames$' | 'events$' | 'done'>): Promise<KeptGame> {
  const frames: Frame[] = []
  const events: GanglionEvent[] = []
  // What breaks a stream off rejects `done` too.
  const error = (): void => undefined
  live.frames$.subscribe({ next: (frame) => frames.push(frame), error })
  live.events$.subscribe({ next: (event) => events.push(event), error })
  const result = await live.done
  if (result.error) throw result.error
  return { frames, events, result }
}
