import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ganglion, lines, root } from './command.ts'

const folder = mkdtempSync(join(root, 'tests/e2e/tmp-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...flags: string[]): string => {
  const { code, out, err } = ganglion('run', 'li2017/fig1b', '--json', ...flags)
  expect([code, err]).toEqual([0, ''])
  return out.replace(/,"wallTimeMs":\d+/, '')
}
const plain = run('--steps', '3000', '--every', '100')

test('the same command gives the same bytes, frames included', () => {
  expect(lines(plain).filter(({ type }) => type === 'frame')).toHaveLength(31)
  expect(run('--steps', '3000', '--every', '100')).toBe(plain)
})

test.each([
  ['generator.means=[-1,1.2]', { generator: { means: [-1, 1.2] } }],
  ['discriminator.crossing=clip', { discriminator: { crossing: 'clip' } }],
])('--set %s is in the plan and counts by itself', (setting, part) => {
  const [before, after] = [lines(plain), lines(run('--steps', '3000', '--set', setting))]
  expect(after[0]!['plan']).toMatchObject(part)
  expect(before[0]!['plan']).not.toMatchObject(part)
  expect(after.at(-1)!['final']).not.toEqual(before.at(-1)!['final'])
})

test('three misspellings in a file are told at once, each with its line and what was meant', () => {
  const file = join(folder, 'mistaken.jsonc')
  writeFileSync(
    file,
    `{
  // Three mistakes.
  "preset": "li2017/fig1b",
  "generator": { "meens": [1, 2] },
  "stps": 3,
  "dynamics": { "plugin": "simultaneous", "generatorRat": 1 },
}
`,
  )
  const { code, out, err } = ganglion('run', file)
  expect([code, out]).toEqual([2, ''])
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/mistaken\.jsonc:4: generator\.meens: .*did you mean means\?/),
    expect.stringMatching(/mistaken\.jsonc:5: stps: .*did you mean steps\?/),
    expect.stringMatching(
      /mistaken\.jsonc:6: dynamics\.generatorRat: .*did you mean generatorRate/,
    ),
  ])
})

test('a mistake that a flag lays over a file is told with the flag, and those of the file with their lines', () => {
  const file = join(folder, 'laid.jsonc')
  writeFileSync(file, '{\n  "preset": "li2017/fig1b",\n  "steps": 9,\n  "stps": 3\n}\n')
  const { code, err } = ganglion('run', file, '--set', 'steps=-2', '--set', 'generator.meens=1')
  expect(code).toBe(2)
  expect(err.trim().split('\n').toSorted()).toEqual([
    expect.stringMatching(/--set generator\.meens=1: generator\.meens: .*did you mean means\?/),
    expect.stringMatching(/--set steps=-2: steps: /),
    expect.stringMatching(/laid\.jsonc:4: stps: .*did you mean steps\?/),
  ])
})

test('a misspelt flag is refused with what was meant', () => {
  const { code, out, err } = ganglion('run', 'li2017/fig1b', '--stepz', '3')
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/did you mean --steps\?/i)
})

test('alone and without a terminal the command helps briefly', () => {
  const { err } = ganglion()
  expect(err).toContain('Usage: ganglion')
  expect(err.split('\n').length).toBeLessThanOrEqual(40)
})
