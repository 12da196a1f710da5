import { expect, test } from 'vitest'
import { strokesOf, type InkKey } from './stroke.ts'

const none: InkKey = {
  ctrl: false,
  meta: false,
  shift: false,
  escape: false,
  return: false,
  tab: false,
  backspace: false,
  delete: false,
  upArrow: false,
  downArrow: false,
  pageUp: false,
  pageDown: false,
}
const names = (input: string, key: Partial<InkKey>) =>
  strokesOf(input, { ...none, ...key }).map((s) => (s.type === 'key' ? s.name : `letter ${s.text}`))

test('letters that come together are strokes of their own; Enter and Tab among them too', () => {
  expect(names('a\u00e9\u{1f600}', {})).toEqual(['letter a', 'letter \u00e9', 'letter \u{1f600}'])
  expect(names(':q\r', {})).toEqual(['letter :', 'letter q', 'enter'])
  expect(names('a\t\u0001\u009b', {})).toEqual(['letter a', 'tab'])
})

test('named keys and chords', () => {
  expect(names('', { escape: true, meta: true })).toEqual(['escape'])
  expect(names('', { tab: true })).toEqual(['tab'])
  expect(names('', { tab: true, shift: true })).toEqual(['backtab'])
  expect(names('', { delete: true })).toEqual(['erase'])
  expect(names('c', { ctrl: true })).toEqual(['interrupt'])
  expect(names('w', { ctrl: true })).toEqual(['erase word'])
  expect(names('x', { ctrl: true })).toEqual([])
  expect(names('q', { meta: true, ctrl: true })).toEqual([])
})

test('Escape and a letter in one chunk are two strokes', () => {
  expect(names('q', { meta: true })).toEqual(['escape', 'letter q'])
  expect(names('[1;3P', { meta: true })).toEqual([])
})

test('sequences that nobody knows are no letters', () => {
  for (const left of ['[99~', '[<0;10;10M', '[I', '[?1;2c', 'OZ'])
    expect(names(left, {})).toEqual([])
  expect(names('[', {})).toEqual(['letter ['])
})
