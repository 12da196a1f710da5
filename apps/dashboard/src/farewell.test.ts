import { expect, test } from 'vitest'
import { farewell } from './farewell.ts'
import { blankView } from './view-store.ts'

const verdict = { member: 0, state: 'collapsed', since: 220, step: 240 } as const

test('a run that is left says how it stood, one that has ended how it ended', () => {
  expect(farewell(blankView)).toBe('playing; left at step 0')
  const left = { ...blankView, verdict, frame: { step: 7116, signals: {} } }
  expect(farewell(left)).toBe('collapsed since step 220; left at step 7116')
  const ending = { outcome: 'exhausted', steps: 9000, error: null } as const
  expect(farewell({ ...left, ending })).toBe('exhausted; ended after 9000 steps')
})
