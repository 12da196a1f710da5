import { renderToString } from 'ink'
import { expect, test } from 'vitest'
import { story } from './fixtures/story.ts'
import { inAscii } from './in-ascii.ts'
import { Screen } from './screen.tsx'
import { ThemeContext, themeFor, type ColorDepth, type ThemeName } from './theme.ts'
import { Tint } from './tinted.tsx'

const escape = '\u001b'
const shown = (name: ThemeName, depth: ColorDepth, tint = true): string =>
  renderToString(
    <Tint value={tint}>
      <ThemeContext value={themeFor({ name, depth })}>
        <Screen view={story} title="li2017/fig1b" steps={5000} columns={160} rows={50} />
      </ThemeContext>
    </Tint>,
    { columns: 160 },
  )
const plain = (text: string): string =>
  text
    .replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')

test('true, 256 and sixteen colours as the terminal has them', () => {
  expect(shown('colour-blind-safe', 24)).toContain(`${escape}[38;2;86;180;233m`)
  expect(shown('colour-blind-safe', 8)).toContain(`${escape}[38;5;74m`)
  expect(shown('colour-blind-safe', 8)).not.toContain(`${escape}[38;2;`)
  expect(shown('colour-blind-safe', 4)).toContain(`${escape}[36m`)
  expect(shown('colour-blind-safe', 4)).not.toContain(`${escape}[38;`)
})

test('mono has weights of type but no colour; without colours there is no sequence at all', () => {
  expect(shown('mono', 24)).toContain(`${escape}[1m`)
  expect(shown('mono', 24)).not.toMatch(new RegExp(`${escape}\\[(3[0-7]|38)`))
  expect(shown('colour-blind-safe', 1)).not.toContain(escape)
  expect(shown('colour-blind-safe', 24, false)).not.toContain(escape)
})

test('colours change no character', () => {
  const reference = plain(shown('mono', 1))
  for (const depth of [4, 8, 24] as const)
    expect(plain(shown('colour-blind-safe', depth))).toBe(reference)
})

test('target, generator and discriminator differ in every palette', () => {
  for (const depth of [4, 8, 24] as const) {
    const { target, generator, discriminator } = themeFor({ depth }).colors
    expect(new Set([target, generator, discriminator]).size).toBe(3)
  }
})

test('ASCII keeps the length and writes what has no like as a question mark', () => {
  expect(inAscii('plain')).toBe('plain')
  expect(inAscii('▶ ‖ ■ … ─ │ é ß ␛')).toBe('> | # ~ - | e ? ?')
})
