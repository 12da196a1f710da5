import { describe, expect, test } from 'vitest'
import { ganglion } from './command.ts'
import { emptyFolder } from './folder.ts'

const { bash } = emptyFolder()

describe('help', () => {
  const commands = ['', 'run', 'presets', 'schema', 'completion']

  test.each(commands)(
    'of `ganglion %s` begins with examples that run, and ends with the exit codes',
    (name) => {
      const { code, out, err } = ganglion(...[name, '--help'].filter((word) => word !== ''))
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/^Examples:\n/)
      expect(out).toMatch(
        /Usage: ganglion[^]*GANGLION_SEED[^]*NO_COLOR[^]*Exit codes:[^]*143 {2}terminated\n$/,
      )
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      const examples = [
        .../^Examples:\n([^]*?)\n\n/
          .exec(out)![1]!
          .matchAll(/^ {2}(ganglion|source)\b.*?(?= {3,})/gm),
      ]
      expect(examples.length).toBeGreaterThan(1)
      // Alone it asks for a terminal: see picker.test.ts.
      for (const [line] of examples.filter(([text]) => text.trim() !== 'ganglion')) {
        const ran = bash(`set -o pipefail; ${line}`)
        expect([line, ran.code, ran.err]).toEqual([line, 0, ''])
      }
    },
  )

  test('the help of commands below ends with the exit codes too', () => {
    expect(ganglion('plugin', 'list', '--help').out).toContain('Exit codes:')
  })
})
