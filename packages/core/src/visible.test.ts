import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visible } from './visible.ts'

test.each([
  ['plain', 'x < y, Größe 漢字 🙂 é', 'x < y, Größe 漢字 🙂 é'],
  ['colour', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
  ['clear screen', 'a\u001b[2J\u001b[Hb', 'a␛[2J␛[Hb'],
  ['window title', '\u001b]0;owned\u0007', '␛]0;owned␇'],
  [
    'link',
    '\u001b]8;;https://example.org\u001b\\click\u001b]8;;\u001b\\',
    '␛]8;;https://example.org␛\\click␛]8;;␛\\',
  ],
  ['8-bit controls', '\u009b31m \u0090 \u009d', '\\u{9b}31m \\u{90} \\u{9d}'],
  ['overwriting', 'good\rbad\b\b\u007f', 'good␍bad␈␈␡'],
  [
    'other direction',
    'abc\u202ecba\u202c\u2066x\u2069',
    'abc\\u{202e}cba\\u{202c}\\u{2066}x\\u{2069}',
  ],
  ['zero width', 'a\u200bb\u200dc\ufeffd\u2060', 'a\\u{200b}b\\u{200d}c\\u{feff}d\\u{2060}'],
  ['ignorable letters', 'a\u115f\u3164\ufe0f\u{e0041}', 'a\\u{115f}\\u{3164}\\u{fe0f}\\u{e0041}'],
  ['separators', 'a\u2028b\u2029c\u0085', 'a\\u{2028}b\\u{2029}c\\u{85}'],
  ['half a pair', 'a\ud800b', 'a\\u{d800}b'],
  ['nothing', '\u0000', '␀'],
  ['lines', 'a\r\nb\tc', 'a␍␊b␉c'],
])('%s', (_, text, shown) => {
  expect(visible(text)).toBe(shown)
})

test('lines and tabs stay on request, nothing else does', () => {
  expect(visible('a\r\nb\n\tc\rd\u001b', { newlines: true, tabs: true })).toBe('a\nb\n\tc␍d␛')
  expect(visible('a\tb', { newlines: true })).toBe('a␉b')
})

test('whatever comes in, nothing that is obeyed goes out, and once is enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visible(text)
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(visible(shown)).toBe(shown)
    }),
  )
})
