import { expect, test } from 'vitest'
import { eventText, finishedText } from './plain-lines.ts'

test('control characters in names and messages are shown, not obeyed', () => {
  const sly = '\u001b]0;owned\u0007\u202e'
  const event = eventText({
    type: 'event',
    event: `a${sly}` as 'stall',
    member: 0,
    step: 3,
    since: 1,
    severity: 'error',
    evidence: { [`b${sly}`]: 1 },
    detector: 'd',
    definition: 'd',
  })
  const shown = '␛]0;owned␇\\u{202e}'
  expect(event).toBe(`step 3      a${shown} since 1: b${shown} 1`)
  const error = { plugin: 'p', port: 'critic', step: 7, message: `two\nlines${sly}` }
  const result = { outcome: 'failed', outcomes: ['failed'], steps: 7, error } as unknown
  expect(finishedText(result as Parameters<typeof finishedText>[0])).toBe(
    `failed at step 7: two\nlines${shown}`,
  )
})

test('a run whose steps are used up ends without a verdict, and the outcome keeps its name', () => {
  const result = { outcome: 'exhausted', outcomes: ['exhausted'], steps: 80 } as unknown
  expect(finishedText(result as Parameters<typeof finishedText>[0])).toBe(
    'ended after 80 steps without a verdict (exhausted)',
  )
})

test('places in evidence count from 1 for people', () => {
  const event = {
    type: 'event',
    event: 'approximate-mode-collapse',
    member: 0,
    step: 90,
    since: 60,
    severity: 'warning',
    evidence: { point: 0, held: 2 },
    detector: 'd',
    definition: 'd',
  } as const
  expect(eventText(event)).toBe('step 90     approximate-mode-collapse since 60: point 1, held 2')
})
