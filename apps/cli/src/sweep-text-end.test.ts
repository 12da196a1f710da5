import { expect, test } from 'vitest'
import { beginningText, nextText, rateText } from './sweep-text-end.ts'

const plan = { cells: 9, members: 36, groups: [{}], chunks: [1, 2, 3, 4] } as unknown as Parameters<
  typeof beginningText
>[0]

test.each([
  [1234.4, '1234 members/s'],
  [10, '10 members/s'],
  [2.25, '2.3 members/s'],
  [0.4, '24 members/min'],
  [0.03, '1.8 members/min'],
  [0.005, '3 min 20 s a member'],
])('%d members a second are told as %s, never as none', (rate, text) => {
  expect(rateText(rate)).toBe(text)
})

test('a sweep says what is left of it', () => {
  expect(beginningText(plan, 0)).toBe('9 cells, 36 members, 4 chunks')
  expect(beginningText(plan, 3)).toBe('9 cells, 36 members, 4 chunks; 3 of them are there already')
  expect(beginningText(plan, 4)).toBe(
    '9 cells, 36 members, 4 chunks; all of them are there already: nothing was left to compute',
  )
})

test('the end names the run, and commands that take it', () => {
  expect(nextText('mine')).toBe(
    'run   runs/mine\nnext  ganglion report mine: a page of figures; ganglion export mine --csv -: a row a cell',
  )
})
