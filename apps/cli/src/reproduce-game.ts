import { observe, type EventName, type Frame, type PlayedGame, type SeenRun } from '@ganglion/core'
import { experiment } from 'ganglion'

/** A preset or configuration that was played once, and what it showed. */
export interface Played {
  readonly seen: SeenRun
  readonly frames: readonly Frame[]
}

/** Plays a game to its end. Throws a PluginError when it fails. */
export async function playOnce(
  target: string | Readonly<Record<string, unknown>>,
): Promise<Played> {
  const run = experiment(target)
  const frames: Frame[] = []
  const events = new Set<EventName>()
  run.frames$.subscribe((frame) => frames.push(frame))
  run.events$.subscribe(({ type, event }) => {
    if (type === 'event') events.add(event)
  })
  const { outcome, final, error } = await run.done
  if (error) throw error
  return { seen: { outcome, events: [...events], final: observe(final, 0) }, frames }
}

/** Plays games one after the other, until somebody wants no more. */
export async function playGames(
  configs: readonly Readonly<Record<string, unknown>>[],
  unwanted: () => boolean,
): Promise<PlayedGame[]> {
  const played: PlayedGame[] = []
  for (const config of configs) {
    if (unwanted()) break
    const { seen, frames } = await playOnce(config)
    const { outcome } = seen
    played.push({ config, outcome, frames: frames.map((frame) => observe(frame, 0)) })
  }
  return played
}
