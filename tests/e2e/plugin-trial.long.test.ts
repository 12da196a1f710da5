import { describe, expect, test } from 'vitest'
import { lines } from './command.ts'
import { metricTrial } from './metric-trial.ts'
import { stranger } from './stranger.ts'

const newcomer = stranger()
const { write } = newcomer
const { metric, honest, tested } = metricTrial(newcomer)

describe('plugin test', () => {
  test('names the case and says why it failed', () => {
    const { code, out } = tested(metric('lies', 'return { spread: 1 }'))
    expect(code).toBe(1)
    expect(out).toMatch(/✗ says NaN where a signal is missing\n {2}\S/)
    expect(out).toMatch(/✓ definition: kind, name, source/)
    expect(out.trim()).toMatch(/metric lies: \d+ passed, [1-9]\d* failed$/)
  })

  test('survives a plugin that exits', () => {
    const { code, out } = tested(metric('exits', 'process.exit(0)'), '--json', '--deadline', '1')
    expect(code).toBe(1)
    const errors = lines(out).flatMap((l) => (l['error'] as string | undefined) ?? [])
    expect(errors[0]).toMatch(/ended its thread \(process.exit, code 0\)/)
    expect(errors.at(-1)).toMatch(/not run: the plugin brought down its thread 3 times$/)
    const notRun = errors.filter((error) => error.startsWith('not run')).length
    expect(lines(out).at(-1)).toMatchObject({ failed: errors.length - notRun, notRun })
  })

  test('keeps standard output for its own lines', () => {
    const { code, out, err } = tested(
      metric('talks', honest, "console.log('\\x1b[2Jhi')"),
      '--json',
    )
    expect(lines(out).at(-1)).toMatchObject({ type: 'plugin.tested', failed: 0 })
    expect([code, err]).toEqual([0, '␛[2Jhi\n'])
  })

  test.each([
    [
      'another version',
      "export default { kind: 'metric', name: 'x', apiVersion: 2 }",
      2,
      /apiVersion 2 and this Ganglion speaks apiVersion 1/,
    ],
    ['no plugin', 'export default 3', 2, /expected its default export to be/],
    [
      'a kind without a suite',
      "export default { kind: 'paper', name: 'x', apiVersion: 1 }",
      2,
      /no conformance suite for a paper/,
    ],
  ])('refuses %s', (what, text, wanted, sentence) => {
    const file = write(`refused/${what.replaceAll(' ', '-')}.ts`, text)
    const { code, out, err } = tested(file, '--deadline', '2')
    expect([code, out]).toEqual([wanted, ''])
    expect(err).toMatch(sentence)
  })

  test('a path that leads nowhere', () => {
    const { code, err } = tested('nowhere')
    expect(code).toBe(4)
    expect(err).toMatch(/nowhere: there is no such file or folder/)
  })
})
