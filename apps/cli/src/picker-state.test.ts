import { describe, expect, test } from 'vitest'
import { keysOf, left, press, type PickerState } from './picker-state.ts'

const choices = [
  { name: 'li2017/fig1a', title: 'converging', reference: 'J. Li' },
  { name: 'li2017/fig1b', title: 'mode collapse', reference: 'J. Li' },
  { name: 'singh/fig6', title: 'kernel collapse', reference: 'R. Singh' },
]
const start: PickerState = { choices, filter: '', at: 0 }
const down = '\u001b[B'
const up = '\u001b[A'
const after = (...keys: string[]) =>
  keys.reduce<ReturnType<typeof press>>(
    (state, key) => ('chosen' in state ? state : press(state, key)),
    start,
  )

describe('keys', () => {
  test('arrows and j, k move and stop at the ends', () => {
    expect(after(down)).toMatchObject({ at: 1 })
    expect(after('j', 'j', 'j', 'j')).toMatchObject({ at: 2 })
    expect(after('j', up, 'k')).toMatchObject({ at: 0 })
    expect(after('G')).toMatchObject({ at: 2 })
    expect(after('G', 'g')).toMatchObject({ at: 0 })
  })

  test('letters filter by all words, whatever their case; then j and q are letters too', () => {
    expect(left(after(...'Collapse li'.split('')) as PickerState).map(({ name }) => name)).toEqual([
      'li2017/fig1b',
    ])
    expect(after('x', 'q', 'j')).toMatchObject({ filter: 'xqj' })
    expect(after('/', 'k')).toMatchObject({ filter: ' k' })
    expect(left(after('/', 'k') as PickerState).map(({ name }) => name)).toEqual(['singh/fig6'])
  })

  test('a filter begins at its first choice; backspace and Esc take it back', () => {
    expect(after('j', 'j', 'c')).toMatchObject({ at: 0, filter: 'c' })
    expect(after('c', 'o', '\u007f')).toMatchObject({ filter: 'c' })
    expect(after('c', 'o', '\u001b')).toMatchObject({ filter: '' })
    expect(after('\u007f')).toEqual(start)
  })

  test('Enter takes the chosen one of those that are left, and nothing where none is', () => {
    expect(after('j', '\r')).toEqual({ chosen: choices[1] })
    expect(after(...'singh'.split(''), '\r')).toEqual({ chosen: choices[2] })
    expect(after(...'zzz'.split(''), '\r')).toMatchObject({ filter: 'zzz' })
  })

  test.each(['q', '\u001b', '\u0003', '\u0004'])('%j leaves', (key) => {
    expect(after(key)).toEqual({ chosen: null })
  })

  test.each(['\u0000', '\u001b[200~', '\u001b[3;5~', '\t'])('%j is no letter', (key) => {
    expect(after(key)).toEqual(start)
  })
})

test('keys that arrive together are taken apart', () => {
  expect(keysOf(`j${down}\u001bOA\u001b[5~é\r`)).toEqual([
    'j',
    down,
    '\u001bOA',
    '\u001b[5~',
    'é',
    '\r',
  ])
  expect(keysOf('\u001b')).toEqual(['\u001b'])
})
