import { expect, test } from 'vitest'
import { unwatchedText, type InsufficientDataEvent } from './event.ts'

const lacking = (...missing: string[]): InsufficientDataEvent => ({
  type: 'insufficient-data',
  event: 'discriminator-collapse',
  member: 0,
  step: 0,
  missing,
  detector: 'discriminator-collapse',
})

test('what is not watched is told as a fact, what is optional is called so', () => {
  expect(unwatchedText(lacking('discriminator.alive'))).toBe(
    'discriminator-collapse is not watched: this discriminator does not tell which of its parts are alive (optional)',
  )
  expect(unwatchedText(lacking('l1', 'constructor'))).toBe(
    'discriminator-collapse is not watched: the frames lack numbers for l1, constructor',
  )
})
