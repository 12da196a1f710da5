import {
  watch,
  type Detector,
  type Frame,
  type GanglionEvent,
  type Observation,
} from '@ganglion/core'
import { Observable, type OperatorFunction } from 'rxjs'

/**
 * Folds a stream of frames, or of plain observations, into events: `frames$.pipe(detect(modeCollapse(), convergence()))`.
 * Every subscription starts afresh. What a stream ended too early to judge is said when it completes.
 */
export function detect(
  ...detectors: readonly Detector[]
): OperatorFunction<Frame | Observation, GanglionEvent> {
  return (source) =>
    new Observable((subscriber) => {
      let watching: ReturnType<typeof watch> | undefined
      return source.subscribe({
        next(input) {
          try {
            watching ??= watch(detectors, 'members' in input ? input.members : 1)
            for (const event of watching.next(input).events) subscriber.next(event)
          } catch (error) {
            subscriber.error(error)
          }
        },
        error: (error) => subscriber.error(error),
        complete() {
          for (const event of watching?.end() ?? []) subscriber.next(event)
          subscriber.complete()
        },
      })
    })
}
