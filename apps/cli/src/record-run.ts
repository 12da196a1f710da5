import { join, resolve } from 'node:path'
import type { Result } from '@ganglion/core'
import { RunRecording } from '@ganglion/store'
import { checkRunName, runningVersions, runsFolder, setLatest } from '@ganglion/sweep'
import type { PlanSummary } from 'ganglion'
import type { Printable } from './print-run.ts'
import type { RunFlags } from './run-flags.ts'
import { version } from './version.ts'

/** Stores a game while it is played. */
export interface Recorder {
  /** Before its first frame. `stop` ends it when it cannot be stored any further. */
  watch(live: Pick<Printable, 'frames$' | 'events$'>, stop: () => void): void
  /** When it has ended; `stopped` by somebody. Throws an Error for what could not be written. */
  end(result: Result, stopped: boolean): Promise<void>
}

/** Makes the folder in `runs/` that `--out` names. Throws a ConfigError or a LockedError. */
export async function record(
  name: string,
  target: string,
  flags: Pick<RunFlags, 'plugins' | 'every' | 'firstMember'>,
  { config, members, seed, hash }: PlanSummary,
): Promise<Recorder> {
  checkRunName(name)
  const recording = await RunRecording.begin(join(runsFolder, name), {
    format: 1,
    kind: 'run',
    name,
    target,
    config,
    plugins: (flags.plugins ?? []).map((path) => resolve(path)),
    members,
    firstMember: flags.firstMember ?? 0,
    seed,
    every: flags.every ?? 1,
    profile: 'exact',
    hash,
    versions: runningVersions(version()),
  })
  await setLatest(runsFolder, name)
  return recorder(recording)
}

function recorder(recording: RunRecording): Recorder {
  let failure: Error | null = null
  return {
    watch: ({ frames$, events$ }, stop) => {
      // What throws in a subscriber ends nobody's run but its process: it is kept, and told at the end.
      const guarded = <T>(keep: (value: T) => void) => ({
        next: (value: T) => {
          if (failure) return
          try {
            keep(value)
          } catch (error) {
            failure = error as Error
            stop()
          }
        },
        error: () => undefined,
      })
      frames$.subscribe(guarded((frame) => recording.frame(frame)))
      events$.subscribe(guarded((event) => recording.event(event)))
    },
    end: async (result, stopped) => {
      if (failure) throw unwritten(recording.folder, failure)
      await recording.end(result, stopped).catch((error: Error) => {
        throw unwritten(recording.folder, error)
      })
    },
  }
}

/** Exits as a sweep does whose disk is full. */
function unwritten(folder: string, { message }: Error): Error {
  const error = new Error(`${folder} cannot be written: ${message}. The game was stopped there.`)
  return Object.assign(error, { name: 'SweepError' })
}
