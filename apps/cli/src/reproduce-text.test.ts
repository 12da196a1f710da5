import type { Claim, Finding } from '@ganglion/core'
import { expect, test } from 'vitest'
import { claimText } from './reproduce-text.ts'

const claim = { name: 'it converges', sentence: 'It does.', where: 'sec. 2' } as Claim
const finding = { holds: true, measured: { 'exact at 1': 0.25, events: 'stall' } } as Finding

test('what was measured stands apart from its value', () => {
  expect(claimText(claim, finding).split('\n')).toEqual([
    '✓ it converges',
    '    "It does." (sec. 2)',
    '    measured: exact at 1: 0.25; events: stall',
  ])
})

test('marks are words in ASCII', () => {
  expect(claimText(claim, finding, true)).toMatch(/^holds: it converges\n/)
  expect(claimText(claim, { ...finding, holds: false }, true)).toMatch(/^fails: it converges/)
})
