import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { repliesIn } from './bash-completion.ts'
import { ganglion } from './command.ts'
import { emptyFolder } from './folder.ts'

const folder = emptyFolder()
const { bash, write } = folder
const plugin = (name: string): string =>
  write(
    `${name}.ts`,
    `import { defineDiscriminator, sum } from 'ganglion/plugin'
console.log('a plugin that talks')
export default defineDiscriminator({
  name: '${name}', source: 'none', sizes: { slopes: 1 }, options: { shape: { choices: ['flat', 'steep'] } },
  parameters: ({ slopes }) => ({ slope: [slopes] }), initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => sum(slope, (s) => s.times(x(0))),
})\n`,
  )

// More lines, and plugins that print or hang, are in shells.long.test.ts.
describe('ganglion complete', () => {
  const completed = (...words: string[]): string[] => {
    const { code, out, err } = bash('ganglion complete -- "$@"'.replace('"$@"', quoted(words)))
    expect([code, err]).toEqual([0, ''])
    return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]!]))
  }
  const quoted = (words: string[]): string => words.map((word) => `'${word}'`).join(' ')

  test('answers a candidate and its description a line, quietly', () => {
    const { out, err } = bash('ganglion complete -- run li2017/fig1a')
    expect([out, err]).toEqual([
      'li2017/fig1a\tFirst order dynamics, converging behavior\n:files\n',
      '',
    ])
  })

  test('knows the plugins of the same line, and is not disturbed by what they print', () => {
    const line = ['run', 'li2017/fig1b', '--plugin', plugin('mine'), '--set']
    expect(completed(...line, 'discriminator=m')).toEqual(['discriminator=mine'])
    expect(completed(...line, 'discriminator=mine', '--set', 'discriminator.sh')).toEqual([
      'discriminator.shape=',
    ])
    expect(completed(...line, 'discriminator=mine', '--set', 'discriminator.shape=s')).toEqual([
      'discriminator.shape=steep',
    ])
  })

  test('a plugin that throws leaves the prompt clean', () => {
    const bad = write('bad.ts', 'throw new Error("no")')
    const { out } = bash(
      `ganglion complete -- run li2017/fig1b --plugin ${bad} --set st 2>/dev/null`,
    )
    expect(out).not.toContain('no')
    expect(['', 'steps=\n']).toContain(out.replace(/\t.*/, ''))
  })
})

describe('the script of bash', () => {
  const replies = repliesIn(folder)

  test.each<readonly [string[], string[]]>([
    [['ganglion', 'run', 'li2017/fig1a', '--set', 'discriminator.crossing', '=', 'cl'], ['clip']],
    [
      ['ganglion', 'run', 'li2017/fig1a', '--set', '=', 'discriminator.crossing', '=', 'i'],
      ['isotonic'],
    ],
    [
      ['ganglion', 'run', 'li2017/fig1a', '--set', `"discriminator.crossing=cl`],
      ['discriminator.crossing=clip'],
    ],
  ])('%j', (words, expected) => {
    expect(replies(...words)).toEqual(expected)
  })

  test('names of files are offered where a file may stand', () => {
    write('a-file.jsonc', '{}')
    expect(replies('ganglion', 'run', 'a-fi')).toEqual(['a-file.jsonc'])
    expect(replies('ganglion', 'run', 'li2017/fig1a', '--plugin', 'a-fi')).toEqual(['a-file.jsonc'])
  })

  test('a command that fails leaves the prompt clean', () => {
    const { out, err } = bash(
      `source <(ganglion completion bash); ganglion() { echo oops >&2; return 3; }
COMP_WORDS=(ganglion run ''); COMP_CWORD=2; _ganglion; echo "rc $? \${#COMPREPLY[@]}"`,
    )
    expect([out, err]).toEqual(['rc 0 0\n', ''])
  })
})

describe.each(['bash', 'zsh', 'fish'])('the script of %s', (shell) => {
  const there = spawnSync(shell, ['-c', 'true']).status === 0
  const script = ganglion('completion', shell).out

  test.skipIf(!there)('is read without a complaint', () => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  test('asks the command, keeps errors away and registers itself', () => {
    expect(script).toMatch(/complete -- .*2>\/dev\/null/)
    expect(script).toMatch(/complete -F _ganglion|compdef|complete -c ganglion/)
    for (const [open, close] of ['()', '{}', '[]'])
      if (shell !== 'bash') expect(count(script, open!)).toBe(count(script, close!))
  })
})

const count = (text: string, character: string): number => text.split(character).length - 1
