import { expect, test } from 'vitest'
import { parseOverride } from './config.ts'
import { ConfigError, MissingInputError } from './problem.ts'
import { parseConfig, readConfig } from './read-config.ts'
import { suggest } from './suggest.ts'

const text = `{
  // where to begin
  "preset": "tale/one",
  "generator": {
    "places": [
      0,
      1,
    ],
  },
}
`

test('JSON with comments and trailing commas is read, and paths lead to lines', () => {
  const { config, lineOf } = parseConfig(text, 'a.jsonc')
  expect(config).toEqual({ preset: 'tale/one', generator: { places: [0, 1] } })
  expect(lineOf('preset')).toBe(3)
  expect(lineOf('generator.places[1]')).toBe(7)
  expect(lineOf('generator.spread')).toBe(4)
  expect(lineOf('steps')).toBeUndefined()
})

test.each([
  ['', 1],
  ['{\n"steps": 3', 2],
  ['[]', 1],
  ['"word"', 1],
  ['{"a": 1,\n "b" 2}', 2],
])('%j is refused with its line', (broken, line) => {
  try {
    parseConfig(broken, 'a.jsonc')
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).problems[0]!.line).toBe(line)
    expect((error as ConfigError).message).toMatch(/^a\.jsonc:\d+: /)
  }
})

test('a key __proto__ stays visible', () => {
  const { config } = parseConfig('{"__proto__": {"steps": 1}}', 'a.jsonc')
  expect(Object.keys(config)).toEqual(['__proto__'])
})

test('a file that is not there is a missing input', async () => {
  await expect(readConfig('no/such.jsonc')).rejects.toBeInstanceOf(MissingInputError)
})

test.each([
  ['a.b=1', { a: { b: 1 } }],
  ['a=[1,2]', { a: [1, 2] }],
  ['a=word', { a: 'word' }],
  ['a="1"', { a: '1' }],
  ['a=x=y', { a: 'x=y' }],
  ['a=-inf', { a: -Infinity }],
  ['a=NaN', { a: NaN }],
  ['a=', { a: '' }],
])('--set %s', (override, expected) => {
  expect(parseOverride(override)).toEqual(expected)
})

test.each(['a', '=1', 'a..b=1', '__proto__.x=1', 'a.constructor=1', 'a.prototype.b=1'])(
  '--set %s is refused',
  (override) => {
    expect(() => parseOverride(override)).toThrow(RangeError)
  },
)

test('a misspelt word gets the nearest one; a strange one gets all', () => {
  expect(suggest('generatorRte', ['generatorRate', 'discriminatorRate'])).toBe(
    'did you mean generatorRate?',
  )
  expect(suggest('zzzzzz', ['wall', 'fence'])).toBe('known: wall, fence')
  expect(suggest('x', [])).toBe('')
})

test.each(['gone.ts', 'gone.jsonc'])('a file that is not there is missing: %s', async (file) => {
  await expect(readConfig(file)).rejects.toThrow(`${file}: there is no such file`)
  await expect(readConfig(file)).rejects.toBeInstanceOf(MissingInputError)
})
