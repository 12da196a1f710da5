import { expect, test } from 'vitest'
import { playerSymbols } from './symbols.ts'
import { settledWords, wordings } from './words.ts'

const options = {
  size: 3,
  range: { default: 1, min: 0 },
  colour: { choices: ['red', 'green'] },
  shape: { choices: ['round', 'square', 'long'] },
} as const

test('words are those chosen, or the first; numbers are none', () => {
  expect(settledWords(options)).toEqual({ colour: 'red', shape: 'round' })
  expect(settledWords(options, { shape: 'long', size: 7 })).toEqual({
    colour: 'red',
    shape: 'long',
  })
  expect(settledWords(options, { shape: 'flat' })).toEqual({ colour: 'red', shape: 'round' })
  expect(settledWords()).toEqual({})
})

test('every word is chosen once, the defaults alone once', () => {
  expect(wordings(options)).toEqual([
    { colour: 'red' },
    { colour: 'green' },
    { shape: 'square' },
    { shape: 'long' },
  ])
  expect(wordings({ size: 3 })).toEqual([{}])
})

test('parameters, memory and fixed arrays get the words, and only them', () => {
  const told: object[] = []
  const shapes = (_: object, words: object) => (told.push(words), {})
  const plugin = { name: 'p', options, parameters: shapes, memory: shapes, fixed: shapes }
  const { words } = playerSymbols({ plugin, sizes: {}, options: { colour: 'green', size: 2 } })
  expect(words).toEqual({ colour: 'green', shape: 'round' })
  expect(told).toEqual([words, words, words])
})
