import { describe, expect, test } from 'vitest'
import { repliesIn } from './bash-completion.ts'
import { emptyFolder } from './folder.ts'

const folder = emptyFolder()
const { bash, write } = folder

describe('ganglion complete', () => {
  test.each(['process.stderr.write("no"); export default 3', 'for (;;) {}'])(
    'a plugin with `%s` leaves the prompt clean',
    (source) => {
      const bad = write('bad.ts', source)
      const { out } = bash(
        `ganglion complete -- run li2017/fig1b --plugin ${bad} --set st 2>/dev/null`,
      )
      expect(out).not.toContain('no')
      expect(['', 'steps=\n']).toContain(out.replace(/\t.*/, ''))
    },
  )
})

describe('the script of bash', () => {
  const replies = repliesIn(folder)

  test.each<readonly [string[], string[]]>([
    [['ganglion', 'pre'], ['presets']],
    [['ganglion', 'run', 'li2017/fig1a'], ['li2017/fig1a']],
    [['ganglion', 'run', 'li2017/fig1a', '--set', 'discriminator.cr'], ['discriminator.crossing=']],
    [['ganglion', 'run', 'li2017/fig1a', '--set', 'seed', '=', '1', '--form'], ['--format']],
    [['ganglion', 'nonsense', '--set', 'zzz'], []],
  ])('%j', (words, expected) => {
    expect(replies(...words)).toEqual(expected)
  })

  test('an empty value behind = offers all of them', () => {
    const words = ['ganglion', 'run', 'li2017/fig1a', '--set', 'discriminator.crossing', '=']
    expect(replies(...words)).toEqual(['absorb', 'absorb-ordered', 'clip', 'isotonic', 'none'])
  })
})
