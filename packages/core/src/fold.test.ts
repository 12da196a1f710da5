import { expect, test } from 'vitest'
import { defineDetector } from './define-detector.ts'
import type { Detector } from './detector.ts'
import type { EventName } from './event.ts'
import { watch } from './fold.ts'
import type { Frame, Observation } from './frame.ts'
import { held, idle, told, type Hold } from './hold.ts'

/** Reports while `x` is positive. */
const positive = (event: EventName): Detector =>
  defineDetector({
    name: event,
    source: 'test',
    event,
    severity: 'warning',
    definition: 'x is positive',
    options: { hold: { default: 2, min: 0, max: 9, description: 'steps' } },
    needs: () => ['x'],
    create: ({ hold }) => ({
      init: (): Hold => idle,
      next(memory: Hold, { step, signals }) {
        const x = Number(signals['x'])
        const after = held(memory, step, x > 0, x <= 0, hold)
        return [after, told(memory, after, step, () => ({ x }))]
      },
    }),
  }).create()

const frame = (step: number, ...xs: number[]): Frame => ({
  step,
  members: xs.length,
  signals: { x: { cells: 1, numbers: Float64Array.from(xs) } },
})
const seen = (step: number, x?: number): Observation => ({
  step,
  signals: x === undefined ? {} : { x },
})

test('every member has its own findings and verdict', () => {
  const watching = watch([positive('stall')], 2)
  watching.next(frame(0, 1, 0))
  expect(watching.next(frame(1, 1, 0)).events).toEqual([])
  const { events, verdicts } = watching.next(frame(2, 1, 0))
  expect(events).toEqual([
    {
      type: 'event',
      event: 'stall',
      member: 0,
      step: 2,
      since: 0,
      severity: 'warning',
      evidence: { x: 1 },
      detector: 'stall',
      definition: 'x is positive (test)',
    },
  ])
  expect(verdicts).toEqual([{ member: 0, state: 'stalled', since: 0, step: 2 }])
  expect(watching.verdict(1).state).toBe('playing')
  expect([watching.outcome(0), watching.outcome(1)]).toEqual(['stalled', 'exhausted'])
  expect(watching.next(frame(3, 0, 0)).events).toMatchObject([{ type: 'cleared', since: 3 }])
  expect(watching.verdict(0)).toEqual({ member: 0, state: 'playing', since: 3, step: 3 })
})

test('the gravest finding is the verdict', () => {
  const watching = watch([positive('stall'), positive('divergence'), positive('convergence')], 1)
  for (let step = 0; step < 5; step++) watching.next(seen(step, 1))
  expect(watching.outcome(0)).toBe('diverged')
  expect(watching.verdict(0)).toEqual({ member: 0, state: 'diverged', since: 0, step: 2 })
})

test('a missing signal is said once, and moves no memory', () => {
  const watching = watch([positive('stall')], 1)
  const events = Array.from({ length: 20 }, (_, step) => watching.next(seen(step)).events).flat()
  expect(events).toEqual([
    {
      type: 'insufficient-data',
      event: 'stall',
      member: 0,
      step: 7,
      missing: ['x'],
      detector: 'stall',
    },
  ])
  expect(watching.end()).toEqual([])
})

test('a stream too short to tell says so at its end', () => {
  const watching = watch([positive('stall')], 1)
  watching.next(seen(0))
  expect(watching.end()).toMatchObject([{ type: 'insufficient-data', step: 0, missing: ['x'] }])
})

test('a gap now and then, as in the first frame, is no matter', () => {
  const watching = watch([positive('stall')], 1)
  const events = Array.from({ length: 40 }, (_, step) =>
    watching.next(seen(step, step % 5 === 0 ? undefined : 1)),
  ).flatMap((findings) => findings.events)
  expect(events.map(({ type }) => type)).toEqual(['event'])
})

test('NaN counts as missing, but not after a divergence', () => {
  const half = (step: number) => seen(step, step % 2 === 0 ? Number.NaN : 0)
  const lone = watch([positive('stall')], 1)
  const complaints = Array.from({ length: 20 }, (_, step) => lone.next(half(step)).events).flat()
  expect(complaints.map(({ type }) => type)).toEqual(['insufficient-data'])

  const both = watch([positive('divergence'), positive('stall')], 1)
  for (let step = 0; step < 5; step++) both.next(seen(step, 1))
  const after = Array.from({ length: 20 }, (_, i) => both.next(seen(5 + i, Number.NaN)).events)
  expect(after.flat()).toEqual([])
})

test('a frame is given to detectors that say what they read without the rest', () => {
  const seenBy = (...reads: (readonly string[] | undefined)[]) => {
    const names: string[][] = []
    const watching = watch(
      reads.map((said) => ({
        ...positive('stall'),
        ...(said && { reads: said }),
        next: (memory: unknown, { signals }: Observation) => {
          names.push(Object.keys(signals))
          return [memory, null] as const
        },
      })),
      1,
    )
    const one = { cells: 1, numbers: Float64Array.of(1) }
    const signals = { x: one, 'generator.means': one, 'generator.weights': one, payoff: one }
    watching.next({ step: 0, members: 1, signals })
    return names
  }
  expect(seenBy([])).toEqual([['x']])
  expect(seenBy(['generator.*'])).toEqual([['x', 'generator.means', 'generator.weights']])
  // What one of them reads is there for all; one that does not say is given everything.
  expect(seenBy([], ['payoff'])).toEqual([
    ['x', 'payoff'],
    ['x', 'payoff'],
  ])
  expect(seenBy([], undefined)[0]).toHaveLength(4)
})
