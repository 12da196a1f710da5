import { PluginError, type Frame, type Moment } from '@ganglion/core'
import { expect, test } from 'vitest'
import type { StepJudgement } from './feed.ts'
import { toyFrame } from './fixtures/toy-game.ts'
import { Judging } from './judging.ts'

/** A judge that answers when the test says so, and a clock that the test moves. */
function judged(moment: () => Moment = () => ({ step: 7 }) as Moment) {
  const [told, asked]: [StepJudgement[], (() => void)[]] = [[], []]
  const time = { ms: 0 }
  const judging = new Judging(
    {
      moment,
      clock: () => time.ms,
      judge: {
        judge: ({ step }, tell) =>
          void asked.push(() => tell({ type: 'refused', step, reason: 'test' })),
      },
    },
    (judgement) => told.push(judgement),
  )
  const frames = Array.from({ length: 8 }, (_, k): Frame => toyFrame(k))
  return { judging, told, asked, time, frames }
}

test('nobody looks: nobody is asked, and the game is not copied', () => {
  const { judging, asked, frames } = judged(() => {
    throw new PluginError({ plugin: 'x', port: 'y', step: 0 }, 'it was asked for a moment')
  })
  judging.offer(frames[0]!)
  judging.look(true)
  judging.look(false)
  judging.offer(frames[1]!)
  expect(asked).toHaveLength(0)
  expect(judging.busy(frames[1]!)).toBe(false)
})

test('one at a time, three times a second, each frame once', () => {
  const { judging, told, asked, time, frames } = judged()
  judging.look(true)
  judging.offer(frames[0]!)
  judging.offer(frames[1]!)
  expect(asked).toHaveLength(1)
  time.ms = 50
  asked[0]!()
  expect(told).toHaveLength(1)
  judging.offer(frames[2]!)
  expect(asked).toHaveLength(1)
  time.ms = 340
  judging.offer(frames[0]!)
  expect(asked).toHaveLength(1)
  judging.offer(frames[2]!)
  expect(asked).toHaveLength(2)
})

test('what takes long rests twice as long, but for the first', () => {
  const { judging, asked, time, frames } = judged()
  judging.look(true)
  judging.offer(frames[0]!)
  time.ms = 1000
  asked[0]!()
  judging.offer(frames[1]!)
  expect(asked).toHaveLength(2)
  time.ms = 2000
  asked[1]!()
  for (const [ms, count] of [
    [3900, 2],
    [4001, 3],
  ] as const) {
    time.ms = ms
    judging.offer(frames[2]!)
    expect(asked).toHaveLength(count)
  }
})

test('inside of a step it waits for the next moment; what cannot be copied is told', () => {
  const cause = new Error('no moment while a step is being played')
  const waiting = judged(() => {
    throw cause
  })
  waiting.judging.look(true)
  waiting.judging.offer(waiting.frames[0]!)
  expect(waiting.told).toEqual([])
  expect(waiting.judging.busy(waiting.frames[0]!)).toBe(true)
  const where = { plugin: 'dynamics:mine', port: 'memory', step: 3 }
  const { judging, told, frames } = judged(() => {
    throw new PluginError(where, 'what it remembers cannot be saved')
  })
  judging.look(true)
  judging.offer(frames[3]!)
  expect(told).toMatchObject([{ type: 'refused', step: 3 }])
  expect((told[0] as StepJudgement & { reason: string }).reason).toContain('cannot be saved')
})

test('an engine without a judge says so', () => {
  const told: StepJudgement[] = []
  const judging = new Judging(undefined, (judgement) => told.push(judgement))
  judging.look(true)
  judging.offer(toyFrame(3))
  expect(told).toEqual([{ type: 'refused', step: 3, reason: 'this engine judges no steps' }])
})
