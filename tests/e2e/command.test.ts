import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ganglion, lines, root, shell, signalled } from './command.ts'

const folder = mkdtempSync(join(root, 'tests/e2e/tmp-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
type Last = { final: Record<string, unknown[]> }

describe('outcomes in JSON lines', () => {
  // The other figures are in outcomes.long.test.ts.
  test('fig1b oscillates, then collapses', () => {
    const { code, out, err } = ganglion('run', 'li2017/fig1b', '--json')
    expect([code, err]).toEqual([0, ''])
    const all = lines(out)
    expect(all.every((l) => l['v'] === 1)).toBe(true)
    expect(all[0]).toMatchObject({ type: 'run.started', seed: 1 })
    const last = all.at(-1) as unknown as Last
    expect(last).toMatchObject({ type: 'run.finished', outcome: 'collapsed' })
    const begun = all.filter((l) => l['type'] === 'event').map((l) => l['event'])
    expect(begun.indexOf('oscillation')).toBeLessThan(begun.indexOf('mode-collapse'))
    const [a, b] = last.final['generator.means'] as [number, number]
    expect(Math.abs(a - b)).toBeLessThan(0.01)
  })

  test('the same command twice gives the same bytes but for the time; seeds differ', () => {
    const run = (...args: string[]): string =>
      ganglion('run', 'li2017/fig1a', '--steps', '200', '--json', ...args).out.replace(
        /,"wallTimeMs":\d+/,
        '',
      )
    const random = ['--set', 'discriminator.initial=random']
    expect(run(...random, '--seed', '1')).toBe(run(...random, '--seed', '1'))
    const final = (seed: string): unknown =>
      (lines(run(...random, '--seed', seed)).at(-1) as unknown as Last).final
    expect(final('1')).not.toEqual(final('2'))
  })

  test('overrides take effect and are told', () => {
    const { out } = ganglion(
      'run',
      'li2017/fig1a',
      '--steps',
      '50',
      '--json',
      '--set',
      'generator.means=[-1,1.2]',
      '--set',
      'discriminator.crossing=clip',
    )
    expect(lines(out)[0]).toMatchObject({
      plan: { generator: { means: [-1, 1.2] }, discriminator: { crossing: 'clip' } },
    })
    const plain = ganglion('run', 'li2017/fig1a', '--steps', '50', '--json').out
    expect((lines(out).at(-1) as unknown as Last).final).not.toEqual(
      (lines(plain).at(-1) as unknown as Last).final,
    )
  })
})

describe('refusals: exit 2 before any work, located, no stack', () => {
  const three = `{\n  // three mistakes\n  "preset": "li2017/fig1a",\n  "generatr": { "means": [0, 1] },\n  "dynamics": { "generatorRate": -3 },\n  "steps": "many"\n}\n`
  const bare = `import { defineDiscriminator, sum } from 'ganglion/plugin'
export default defineDiscriminator({
  name: 'bare', source: 'none', sizes: { slopes: 1 },
  parameters: ({ slopes }) => ({ slope: [slopes] }), initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => sum(slope, (s) => s.times(x(0))),
  expectation: { mixture: ({ weights, means }, f, { slope }) => f(sum(weights, (w, j) => w.times(means(j)).times(slope(0)))) },
})\n`

  test.each([
    ['an unknown preset', () => ['li2017/fig1x'], /did you mean li2017\/fig1/],
    [
      'a misspelt section',
      () => ['li2017/fig1a', '--set', 'generatr.means=1'],
      /did you mean generator\?/,
    ],
    [
      'NaN',
      () => ['li2017/fig1a', '--set', 'dynamics.generatorRate=NaN'],
      /dynamics\.generatorRate.*NaN/,
    ],
    ['__proto__', () => ['li2017/fig1a', '--set', '__proto__.x=1'], /__proto__/],
    [
      'three means for two',
      () => ['li2017/fig1a', '--set', 'generator.means=[1,2,3]'],
      /generator\.means: expected 2 numbers .*got 3/,
    ],
    [
      'three mistakes at once',
      () => [write('three.jsonc', three)],
      /three\.jsonc:4: generatr[^]*three\.jsonc:5: dynamics[^]*three\.jsonc:6: steps/,
    ],
    [
      'a capability that nobody has',
      () => [
        'li2017/fig1a',
        '--plugin',
        write('bare.ts', bare),
        '--set',
        'discriminator=bare',
        '--set',
        'dynamics=best-response',
      ],
      /needs `best`, which discriminator bare does not have/,
    ],
  ])('%s', (_, args, says) => {
    const { code, out, err } = ganglion('run', ...args())
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(says)
    expect(err).not.toMatch(/^\s+at /m)
  })

  test('a missing file: exit 4; no command: help, exit 2; help: exit 0', () => {
    expect(ganglion('run', 'nowhere.jsonc')).toMatchObject({ code: 4, out: '' })
    expect(ganglion()).toMatchObject({ code: 2, out: '' })
    expect(ganglion('--help')).toMatchObject({ code: 0, err: '' })
  })
})

test('a plugin that throws at step 7: exit 1, named', () => {
  const metric = `import { defineMetric } from 'ganglion/plugin'
let calls = 0
export default defineMetric({ name: 'bad', source: 'none', needs: [], signals: ['bad'], number: () => { if (++calls === 8) throw new Error('boom'); return { bad: 1 } } })\n`
  const { code, out, err } = ganglion(
    'run',
    'li2017/fig1a',
    '--json',
    '--plugin',
    write('bad.ts', metric),
    '--set',
    'metrics=["bad"]',
  )
  expect(code).toBe(1)
  expect(err).toMatch(/metric:bad.*step 7.*boom/)
  expect(lines(out).at(-1)).toMatchObject({
    outcome: 'failed',
    error: { plugin: 'metric:bad', port: 'number', step: 7 },
  })
})

describe('pipes and signals', () => {
  const endless = ['run', 'li2017/fig1b', '--json', '--steps', '900000000']

  test('a reader that leaves is no error; a full device is one sentence', () => {
    expect(shell('set -o pipefail; ganglion run li2017/fig1b --json | head -1')).toMatchObject({
      code: 0,
      err: '',
    })
    const full = shell('ganglion run li2017/fig1b --json > /dev/full')
    expect(full.code).toBe(1)
    expect(full.err.trim().split('\n')).toHaveLength(1)
  })

  test('Ctrl-C once finishes the step', async () => {
    const { code, out, err } = await signalled(endless, [[300, 'SIGINT']])
    expect([code, err]).toEqual([130, ''])
    expect(lines(out).at(-1)).toMatchObject({ type: 'run.finished', outcome: 'cancelled' })
  })

  test('Ctrl-C twice, and TERM', async () => {
    expect(
      (
        await signalled(endless, [
          [200, 'SIGINT'],
          [1, 'SIGINT'],
        ])
      ).code,
    ).toBe(130)
    expect((await signalled(endless, [[200, 'SIGTERM']])).code).toBe(143)
  })

  test('npm start without a terminal ends by itself with a verdict', () => {
    const { code, out } = shell('npm start --silent | cat')
    expect(code).toBe(0)
    expect(out.trim().split('\n').at(-1)).toBe('collapsed after 8000 steps')
  })
})
