import { expect, test } from 'vitest'
import { ConfigError } from './problem.ts'
import { parseConfig } from './read-config.ts'

function mistakes(text: string): string[] {
  try {
    parseConfig(text, 'a.jsonc')
  } catch (error) {
    return (error as ConfigError).problems.map(({ line, message }) => `${line}: ${message}`)
  }
  return []
}

test.each([
  ['{', '1: expected }: an { is still open, got the end of the file'],
  ['  \n', '1: the file is empty'],
  ['{ "steps": 1\n "seed": 2 }', '2: expected a comma before this, got "seed"'],
  ['{ "steps" 1 }', '1: expected a colon between name and value, got 1'],
  ['{ "a": [1, 2 }', '1: expected a comma before this, got }'],
  ['{ "steps": 1 } {}', '1: expected the end of the file: only one { object } stands in it, got {'],
  ['{ "preset": "x }', '1: a text is never closed: a " is missing, got "x }'],
])('%j: %s', (text, first) => {
  expect(mistakes(text)[0]).toBe(first)
})

test('words without quotes and NaN are told as what they are, once a line', () => {
  const found = mistakes('{ "a": NaN, "b": maybe,\n  "c": x }')
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^1: .*finite numbers stand alone, got NaN$/)
  expect(found[1]).toMatch(/^2: .*got x$/)
})

test('a file of another kind is told by a few of its lines', () => {
  expect(mistakes('?\n'.repeat(1000)).length).toBeLessThanOrEqual(5)
})

test('what is right is read', () => {
  expect(mistakes('{ "steps": 1, /* few */ } // done')).toEqual([])
})
