import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvNumber, csvOf, csvText } from './csv.ts'
import type { Rows } from './fields.ts'
import { gathered } from './fixtures/gathered.ts'
import { numberOf, parseCsv } from './fixtures/parse-csv.ts'

// What polars takes for a float when it looks at the first rows.
const polars = /^[-+]?((\d*\.\d+)([eE][-+]?\d+)?|inf|NaN|(\d+)[eE][-+]?\d+|\d+\.)$/

test('every double comes back, and is never taken for a whole number', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const text = csvNumber(value)
      expect(numberOf(text)).toBe(value)
      expect(text).toMatch(polars)
    }),
  )
  expect([1, -0, 1e21, 1e-7, NaN, Infinity, -Infinity].map(csvNumber)).toEqual([
    '1.0',
    '-0.0',
    '1e+21',
    '1e-7',
    'NaN',
    'inf',
    '-inf',
  ])
})

const cell = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', 'a', ' '),
})

test('words come back; what a spreadsheet would compute begins with an apostrophe', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1 }), cell, async (words, name) => {
      const rows: Rows = {
        fields: [
          { name, type: 'text' },
          { name: 'n', type: 'count' },
        ],
        batches: batchesOf(words),
      }
      const [head, ...read] = parseCsv(await gathered(csvOf(rows)))
      const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
      expect(head).toEqual([harmless(name), 'n'])
      expect(read).toEqual(words.map((word, k) => [harmless(word), String(k)]))
    }),
  )
  expect(csvText('=1+1')).toBe(`"'=1+1"`)
  expect(csvText('li2017')).toBe('li2017')
})

async function* batchesOf(words: readonly string[]) {
  yield { rows: words.length, columns: [words, words.map((_, k) => k)] }
}
