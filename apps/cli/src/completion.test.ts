import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registryWith } from 'ganglion'
import { afterAll, expect, test } from 'vitest'
import { completions } from './completion.ts'
import { programOf } from './program.ts'

const builtIn = await registryWith()
const program = programOf(() => undefined)
const completed = async (...words: string[]): Promise<string[]> =>
  (await completions(words, program)).map((line) => line.split('\t')[0]!)

const folder = mkdtempSync(join(tmpdir(), 'ganglion-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test.each<readonly [string[], string[]]>([
  [['pres'], ['presets']],
  [['plugin', 'li'], ['list']],
  [
    ['run', 'li2017/fig1b'],
    ['li2017/fig1b', ':files'],
  ],
  [['run', 'li2017/fig1b', '--print'], ['--print-config']],
  [
    ['analyse', 'li2017/fig1b'],
    ['li2017/fig1b', ':files'],
  ],
  [['analyse', 'li2017/fig1b', '--at', 'step', ''], []],
  [['analyse', 'li2017/fig1b', '--at', 'e'], ['equilibrium']],
  [['reproduce', 'l'], ['li2017']],
  [['run', 'becker2022/fig1-exact', '--set', 'target.m'], ['target.masses=']],
  [['run', 'li2017/fig1b', '--set', 'target.m'], ['target.means=']],
  [['run', 'li2017/fig1b', '--set', 'target.kind=r'], ['target.kind=ring']],
  [
    ['run', 'li2017/fig1b', '--format', 'json'],
    ['jsonl', 'json'],
  ],
  [['run', 'li2017/fig1b', '--format=p'], ['--format=plain']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['run', 'li2017/fig1b', '--set', 'discriminator.cro'], ['discriminator.crossing=']],
  [['run', 'li2017/fig1b', '--set', 'discriminator.crossing=c'], ['discriminator.crossing=clip']],
  [
    ['run', 'li2017/fig1b', '--set', 'dynamics='],
    Object.keys(builtIn['dynamics']!).map((name) => `dynamics=${name}`),
  ],
  [
    ['run', 'li2017/fig1b', '--set', 'dynamics=best-response', '--set', 'dynamics.'],
    ['dynamics.generatorRate='],
  ],
  [['sweep', 'li2017/fig3-best', '--set', 'gri'], ['grid=']],
  [['run', 'li2017/fig1b', '--set', 'gri'], []],
  [['run', 'li2017/fig1b', '--plugin', ''], [':files']],
  [['run', 'li2017/fig1b', '--seed', ''], []],
  [
    ['nonsense', ''],
    program
      .createHelp()
      .visibleCommands(program)
      .map((command) => command.name()),
  ],
])('%j', async (words, expected) => {
  expect(await completed(...words)).toEqual(expected)
})

test('quotes are as if they were not there, the open one of the typed word too', async () => {
  const found = await completed('run', '"li2017/fig1b"', '--set', "'discriminator.crossing=c")
  expect(found).toEqual(['discriminator.crossing=clip'])
})

test('kinds of plugins that can be written', async () => {
  expect(await completed('plugin', 'new', 'dis')).toEqual(['discriminator'])
  expect(await completed('plugin', 'new', 'discriminator', '')).toEqual([])
  expect(await completed('plugin', 'test', '')).toEqual([':files'])
})

test('the plugins of a file are known', async () => {
  const file = write('c.jsonc', '{ "preset": "li2017/fig1b", "dynamics": "best-response" }')
  const found = await completed('run', file, '--set', 'dynamics.')
  expect(found).toEqual(['dynamics.generatorRate='])
})

test('without a target the options of all plugins are offered', async () => {
  const found = await completed('run', '--set', 'dynamics.')
  expect(found).toEqual(expect.arrayContaining(['dynamics.generatorRate=', 'dynamics.first=']))
})

test('a file that is broken or missing is as if there were none', async () => {
  expect(await completed('run', write('b.jsonc', '{'), '--set', 'ste')).toEqual(['steps='])
  expect(await completed('run', 'missing.jsonc', '--set', 'ste')).toEqual(['steps='])
})

test('options and presets come with what they mean', async () => {
  const [line] = await completions(['run', 'x', '--set', 'dynamics.generatorR'], program)
  expect(line).toBe('dynamics.generatorRate=\tstep size of the generator')
})
