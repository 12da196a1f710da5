import { expect, test } from 'vitest'
import { document } from './format-document.ts'
import { formatOf } from './format.ts'

test('--json is jsonl; one of them against the other is refused', () => {
  expect(formatOf({})).toBe('plain')
  expect(formatOf({ json: true })).toBe('jsonl')
  expect(formatOf({ json: true, format: 'jsonl' })).toBe('jsonl')
  expect(formatOf({ format: 'json' })).toBe('json')
  for (const format of ['json', 'plain'] as const)
    expect(() => formatOf({ json: true, format })).toThrow(/--json.*--format/)
})

test('a document holds the first line, the events and their ends, the frames and the last line', () => {
  const [started, event, frame, cleared, finished] = [
    'run.started',
    'event',
    'frame',
    'cleared',
    'run.finished',
  ].map((type) => ({ type }))
  expect(document([started!, event!, frame!, cleared!, finished!])).toEqual({
    v: 1,
    started,
    events: [event, cleared],
    frames: [frame],
    finished,
  })
  expect(document([started!, finished!])).toEqual({ v: 1, started, events: [], finished })
})
