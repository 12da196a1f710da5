import type { Frame, GanglionEvent } from '@ganglion/core'
import type { LiveExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { FirstTimes } from './first-times.ts'

/** A stream that says what it is told to. */
function stream<T>() {
  const heard: ((value: T) => void)[] = []
  return {
    subscribe: (hear: (value: T) => void) => void heard.push(hear),
    say: (value: T) => heard.forEach((hear) => hear(value)),
  }
}

function frame(step: number, distance: readonly number[], cells = 1): Frame {
  const members = distance.length / cells
  return { step, members, signals: { distance: { cells, numbers: Float64Array.from(distance) } } }
}

function watched(members: number, row = 0) {
  const times = new FirstTimes({ near: { signal: 'distance', below: 0.1 } }, row + members)
  const [frames$, events$] = [stream<Frame>(), stream<GanglionEvent>()]
  times.watch({ frames$, events$ } as unknown as LiveExperiment, row)
  const steps = () => [...times.columns()[0]!.values]
  return { frames$, events$, steps }
}

test('the first step counts, of those that are looked at; who leaves again has been there; NaN is no arrival', () => {
  const { frames$, steps } = watched(4, 1)
  frames$.say(frame(0, [0.05, 1, NaN, 0.1]))
  frames$.say(frame(10, [1, 0.09, NaN, 0.1]))
  frames$.say(frame(20, [0.05, 0.01, NaN, 0.1]))
  expect(steps()).toEqual([NaN, 0, 10, NaN, NaN])
})

test('of a list the largest number counts', () => {
  const { frames$, steps } = watched(2)
  frames$.say(frame(0, [0.01, 0.01, 0.2, 0.02], 2))
  frames$.say(frame(5, [0.01, 0.01, 0.02, 0.02], 2))
  expect(steps()).toEqual([5, 0])
})

test('one that has diverged arrives nowhere any more, whoever plays on beside it', () => {
  const { frames$, events$, steps } = watched(2)
  frames$.say(frame(0, [1, 1]))
  events$.say({ type: 'event', event: 'divergence', member: 1 } as GanglionEvent)
  frames$.say(frame(5, [0.01, 0.01]))
  expect(steps()).toEqual([5, NaN])
})
