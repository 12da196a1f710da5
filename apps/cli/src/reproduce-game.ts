import { observe, type Observation, type PlayedGame } from '@ganglion/core'
import { experiment } from 'ganglion'

/** Plays games one after the other, until somebody wants no more. Throws the PluginError of one that fails. */
export async function playGames(
  configs: readonly Readonly<Record<string, unknown>>[],
  unwanted: () => boolean,
): Promise<PlayedGame[]> {
  const played: PlayedGame[] = []
  for (const config of configs) {
    if (unwanted()) break
    const run = experiment(config)
    const frames: Observation[] = []
    // What breaks a stream off rejects `done` too.
    const error = (): void => undefined
    run.frames$.subscribe({ next: (frame) => frames.push(observe(frame, 0)), error })
    const result = await run.done
    if (result.error) throw result.error
    played.push({ config, outcome: result.outcome, frames })
  }
  return played
}
