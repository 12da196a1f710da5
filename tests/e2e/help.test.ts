import { describe, expect, test } from 'vitest'
import { ganglion } from './command.ts'
import { commands, examplesOf, helpOf } from './help-page.ts'

// That the examples run is tried in help.long.test.ts.
describe('help', () => {
  test.each(commands)(
    'of `ganglion %s` begins with examples, and ends with the exit codes or where they are',
    (name) => {
      const { code, out, err } = helpOf(name)
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/^Examples:\n/)
      expect(out).toMatch(
        ['', 'run'].includes(name)
          ? /Usage: ganglion[^]*GANGLION_SEED[^]*NO_COLOR[^]*Exit codes:[^]*143 {2}terminated\n$/
          : /Usage: ganglion[^]*\n\nEnvironment and exit codes: ganglion --help\n$/,
      )
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      expect(examplesOf(out).length).toBeGreaterThan(1)
    },
  )

  test('the help of commands below says in one line where the exit codes are', () => {
    expect(ganglion('plugin', 'list', '--help').out).toMatch(/\nEnvironment and exit codes: .*\n$/)
  })

  test('a run of nothing, or of a paper, says what there is', () => {
    expect(ganglion('run')).toMatchObject({ code: 2 })
    expect(ganglion('run').err).toMatch(
      /missing required argument 'target'; see: ganglion presets$/m,
    )
    expect(ganglion('run', 'li2017').err).toMatch(
      /preset: no preset li2017; its figures: li2017\/fig1a/,
    )
  })

  test('--version is the number alone', () => {
    expect(ganglion('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })
})
