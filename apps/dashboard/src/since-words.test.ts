import { expect, test } from 'vitest'
import type { View } from './feed.ts'
import { farewell } from './farewell.ts'
import { story } from './fixtures/story.ts'
import { verdictLines } from './panes/verdict.ts'
import { standing } from './spoken.ts'
import { againWords, sinceWords } from './since-words.ts'

const cleared = story.events.find(({ type }) => type === 'cleared')!
const { step } = cleared
const again: View = { ...story, verdict: { member: 0, state: 'playing', since: step, step } }

test('who plays again is told what is over and when that was found, not a bare step', () => {
  const words = `${cleared.event} cleared at ${step}`
  const spoken = `${cleared.event} cleared at step ${step}`
  expect(againWords(again)).toBe(words)
  const strip = verdictLines(again, { title: 'a', steps: 9 }, 80, 2)
  expect(strip[0]!.map(({ text }) => text).join('')).toMatch(`playing  ${words}`)
  expect(farewell(again)).toBe(`playing, ${spoken}; left at step 2400`)
  expect(standing(again, 5000)).toContain(`Running, playing, ${spoken}.`)
})

test('other verdicts hold since a step; who has played all along is told nothing', () => {
  expect(sinceWords(story, 'oscillating')).toBe(' since 77')
  expect(sinceWords(story, 'collapsed')).toBe('')
  const verdict = { member: 0, state: 'playing', since: 0, step: 0 } as const
  expect(againWords({ ...story, verdict }) + sinceWords({ verdict }, 'playing')).toBe('')
})
