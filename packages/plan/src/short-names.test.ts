import { expect, test } from 'vitest'
import { withShortNames } from './short-names.ts'

const short = { grid: { path: 'sweep.cells.generator.means.count', description: 'cells a side' } }
const absent = { features: 'the exact kernel has none; use fig3-d2-features' }
const told = (path: string, message = 'unknown key; known: a, b'): string =>
  withShortNames([{ path, message }], short, absent)[0]!.message

test('a setting that is absent for a reason is told with the reason, under its short name and in full', () => {
  for (const path of ['features', 'discriminator.features'])
    expect(told(path)).toBe('unknown here: the exact kernel has none; use fig3-d2-features')
})

test('a misspelt short name is corrected; other mistakes stay as they are', () => {
  expect(told('gird')).toMatch(/^unknown key; did you mean grid\?/)
  expect(told('generator.mean')).toBe('unknown key; known: a, b')
  expect(told('features', 'expected a number')).toBe('expected a number')
})
