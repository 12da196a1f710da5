import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const folder = mkdtempSync(join(root, 'tests/readme/tmp-'))
afterAll(() => rmSync(folder, { recursive: true }))

const blocks = [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map((match) => match[1]!)
const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('the program of the README runs and prints what the README says', () => {
  const file = write('program.ts', blocks[0]!)
  const printed = execFileSync(join(root, 'node_modules/.bin/node'), [file], { encoding: 'utf8' })
    .trim()
    .split('\n')
  expect(printed.at(-1)).toBe('collapsed 8000')
  expect(printed[0]).toMatch(/^event \d+$/)
  expect(blocks[0]).toContain(`// ${printed.at(-1)}`)
  expect(blocks[0]!.trim().split('\n').length).toBeLessThanOrEqual(10)
})

test('the detectors of the README find in an array what the README says', () => {
  const file = write('detectors.ts', blocks[1]!)
  const printed = execFileSync(join(root, 'node_modules/.bin/node'), [file], { encoding: 'utf8' })
  expect(blocks[1]).toContain(`// ${printed.trim()}\n`)
}, 60_000)

test('the discriminator of the README has at most 25 lines and no derivative, and plays', () => {
  const source = blocks.find((block) => block.includes('defineDiscriminator'))!
  expect(source.split('\n').filter((line) => line.trim() !== '').length).toBeLessThan(25)
  expect(source).not.toMatch(/gradient|derivative|slope/)
  const plugin = write('bumps.ts', source)
  const args = [
    'run',
    'li2017/fig1b',
    '--plugin',
    plugin,
    '--set',
    'discriminator=bumps',
    '--steps',
    '300',
    '--json',
  ]
  const lines = execFileSync(join(root, 'node_modules/.bin/ganglion'), args, { encoding: 'utf8' })
    .trim()
    .split('\n')
  const last = JSON.parse(lines.at(-1)!) as { type: string; final: Record<string, number[]> }
  expect(last.type).toBe('run.finished')
  expect(last.final['discriminator.height']!.some((height) => height !== 0)).toBe(true)
})
