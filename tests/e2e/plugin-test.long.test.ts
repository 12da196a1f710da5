import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lines } from './command.ts'
import { metricTrial } from './metric-trial.ts'
import { stranger } from './stranger.ts'

const newcomer = stranger()
const { ganglion } = newcomer
const { module, metric, honest, tested } = metricTrial(newcomer)

describe('plugin test', () => {
  test('survives a plugin that hangs', () => {
    const { code, out } = tested(metric('hangs', 'for (;;);'), '--json', '--deadline', '1')
    expect(code).toBe(1)
    const errors = lines(out).flatMap((l) => (l['error'] as string | undefined) ?? [])
    expect(errors[0]).toMatch(/did not come back within 1 s/)
    expect(errors.at(-1)).toMatch(/^not run: "[^"]+" did not come back$/)
    expect(lines(out).at(-1)).toMatchObject({ failed: 1, notRun: errors.length - 1 })
  })

  test('counts the cases that a mistake told once keeps from running', () => {
    const text = `import { defineDiscriminator } from 'ganglion/plugin'
      export default defineDiscriminator({
        name: 'throwing', source: 'test',
        parameters: () => ({ center: [] }),
        initial: () => ({ center: 0 }),
        critic: () => { throw new Error('oops') },
      })`
    const { code, out } = tested(module('throwing', text))
    expect(code).toBe(1)
    expect(out.match(/✗.*\n.*/g)).toEqual([
      expect.stringMatching(/critic threw: oops, at throwing.ts:6$/),
    ])
    expect(out).toMatch(/1 failed, \d+ not run because of what failed$/m)
  })

  test('passes on what the module exports as conformance', () => {
    const text = `import { abs, defineObjective } from 'ganglion/plugin'
      export default defineObjective({
        name: 'edged', source: 'test', f: (d) => abs(d).neg(), g: (d) => abs(d.minus(1)).neg(),
      })`
    const plain = tested(module('edged', text))
    expect([plain.code, plain.out]).toEqual([1, expect.stringMatching(/✗ .*kink/)])
    const told = `${text}\nexport const conformance = { kinks: true }`
    expect(tested(module('edged-told', told)).code).toBe(0)
  })

  test('tests all plugins of a list', () => {
    const first = metric('first', honest)
    writeFileSync(
      first,
      `${readFileSync(first, 'utf8').replace(/export default.*/, '')}
      export default [one('first'), one('second')]`,
    )
    const { code, out } = tested(first, '--json')
    const summaries = lines(out).filter((l) => l['type'] === 'plugin.tested')
    expect(code).toBe(0)
    expect(summaries.map((l) => l['plugin'])).toEqual(['first', 'second'])
    const listed = ganglion('.', 'plugin', 'list', '--plugin', first).out
    expect(listed).toMatch(/metrics\/first[^]*metrics\/second/)
  })

  test('refuses a module that cannot be loaded', () => {
    const { code, out, err } = tested(module('endless', 'for (;;);'), '--deadline', '2')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/cannot be loaded: it did not come back/)
  })
})
