import type { Detector, Observation } from '@ganglion/core'
import { Subject, from, lastValueFrom, toArray } from 'rxjs'
import { expect, test } from 'vitest'
import { detect } from './detect.ts'

/** Reports at the third observation. */
const third: Detector = {
  name: 'third',
  event: 'stall',
  severity: 'info',
  definition: 'the third',
  needs: ['x'],
  init: () => 0,
  next(memory, { step }) {
    const count = Number(memory) + 1
    return [count, count === 3 ? { type: 'event', since: step, evidence: {} } : null]
  },
}
const observations: Observation[] = [0, 1, 2, 3].map((step) => ({ step, signals: { x: step } }))

test('a stream of observations becomes a stream of events, afresh for each subscriber', async () => {
  const events$ = from(observations).pipe(detect(third), toArray())
  for (const events of [await lastValueFrom(events$), await lastValueFrom(events$)]) {
    expect(events).toMatchObject([{ type: 'event', member: 0, step: 2, detector: 'third' }])
  }
})

test('what a short stream lacks is said when it completes', async () => {
  const events$ = from([{ step: 0, signals: {} }]).pipe(detect(third), toArray())
  expect(await lastValueFrom(events$)).toMatchObject([{ type: 'insufficient-data' }])
})

test('a detector that throws ends the stream with its error and lets go of the source', () => {
  const source = new Subject<Observation>()
  const broken: Detector = {
    ...third,
    next: () => {
      throw new Error('broken')
    },
  }
  const errors: unknown[] = []
  source.pipe(detect(broken)).subscribe({ error: (error) => errors.push(error) })
  source.next(observations[0]!)
  expect(errors).toEqual([
    expect.objectContaining({ plugin: 'detector:third', port: 'next', member: 0 }),
  ])
  expect(source.observed).toBe(false)
})
