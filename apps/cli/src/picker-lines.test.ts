import { expect, test } from 'vitest'
import { pickerLines } from './picker-lines.ts'

const choices = Array.from({ length: 30 }, (_, k) => ({
  name: `paper/fig${k}`,
  title: `The title of figure ${k}, which is longer than a small terminal is wide`,
  reference: 'A. Author, B. Author, C. Author, D. Author: A Paper With Quite a Long Title, 2017',
}))
// oxlint-disable-next-line no-control-regex -- sequences of a terminal begin with one
const bare = (line: string): string => line.replaceAll(/\u001b\[\d*m/g, '')

test.each([
  [40, 12],
  [80, 24],
  [160, 50],
  [20, 5],
])('at %ix%i every line fits and the chosen one is seen', (columns, rows) => {
  for (const at of [0, 7, 29]) {
    const lines = pickerLines({ choices, filter: '', at }, { columns, rows, color: true })
    expect(lines.length).toBeLessThanOrEqual(rows)
    for (const line of lines) expect(bare(line).length).toBeLessThanOrEqual(columns)
    expect(lines.some((line) => bare(line).startsWith(`> paper/fig${at} `))).toBe(true)
  }
})

test('title, reference, keys and filter are told; nothing found is told', () => {
  const room = { columns: 80, rows: 24, color: false }
  const text = pickerLines({ choices, filter: 'figure 3', at: 0 }, room).join('\n')
  expect(text).toContain('filter: figure 3')
  expect(text).toContain('The title of figure 3')
  expect(text).toContain('A. Author')
  expect(text).toContain('q leaves')
  expect(text).not.toContain('\u001b')
  expect(pickerLines({ choices, filter: 'zzz', at: 0 }, room).join('\n')).toContain(
    'nothing matches',
  )
})

test('at 40x12 there is room for four choices, a reference and whole keys', () => {
  const lines = pickerLines(
    { choices: choices.slice(0, 4), filter: '', at: 0 },
    { columns: 40, rows: 12, color: false },
  )
  expect(lines.filter((line) => line.includes('paper/fig'))).toHaveLength(4)
  expect(lines.at(-1)).toBe('j/k move  type filter  Enter run  q quit')
})
