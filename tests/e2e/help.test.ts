import { describe, expect, test } from 'vitest'
import { ganglion } from './command.ts'
import { commands, examplesOf, helpOf } from './help-page.ts'

// That the examples run is tried in help.long.test.ts.
describe('help', () => {
  test.each(commands)(
    'of `ganglion %s` begins with examples, and ends with the exit codes',
    (name) => {
      const { code, out, err } = helpOf(name)
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/^Examples:\n/)
      expect(out).toMatch(
        /Usage: ganglion[^]*GANGLION_SEED[^]*NO_COLOR[^]*Exit codes:[^]*143 {2}terminated\n$/,
      )
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      expect(examplesOf(out).length).toBeGreaterThan(1)
    },
  )

  test('the help of commands below ends with the exit codes too', () => {
    expect(ganglion('plugin', 'list', '--help').out).toContain('Exit codes:')
  })
})
