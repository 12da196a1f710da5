import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as plot from './index.ts'

const file = new URL('../README.md', import.meta.url)

/** What an example prints. Its one import is of this package. */
function outputOf(example: string): string {
  const lines: string[] = []
  const code = example.replace(/^import .*\n/, '')
  const names = Object.keys(plot)
  // oxlint-disable-next-line typescript/no-implied-eval -- the code is this repository's own page
  const run = new Function('console', ...names, code)
  run({ log: (line: string) => lines.push(line.trimEnd()) }, ...Object.values(plot))
  return lines.map((line) => `${line}\n`).join('')
}

test('the examples print what the page says', () => {
  const page = readFileSync(file, 'utf8')
  let examples = 0
  const printed = page.replaceAll(
    /(```ts\n([^`]*?)```\n\n```text\n)[^`]*(?=```)/g,
    (_, head: string, example: string) => {
      examples++
      return head + outputOf(example)
    },
  )
  expect(examples).toBe(page.match(/```ts/g)!.length)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, printed)
  else expect(printed).toBe(page)
})
