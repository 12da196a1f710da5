import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { lines } from '../e2e/command.ts'
import { Terminals, withoutTmux } from '../e2e/tmux.ts'
import { ForeignFolder } from './foreign-folder.ts'
import { runsIn } from './sweep-runs.ts'

const foreign = new ForeignFolder()
afterAll(() => foreign.remove())
const { folder, play } = runsIn()
const threads = join(foreign.path, 'threads')

const discriminator = (parameters: string): string =>
  foreign.write(`
import { appendFileSync } from 'node:fs'
import { affine, defineDiscriminator, sum } from 'ganglion/plugin'
appendFileSync(${JSON.stringify(threads)}, 'loaded ')
export default defineDiscriminator({
  name: 'flat', source: 'none', sizes: { parts: 2 },
  parameters: ({ parts }) => { ${parameters}; return { height: [parts] } },
  initial: (random, { parts }) => ({ height: Array.from({ length: parts }, () => 0.1) }),
  critic: (x, { height }) => sum(height, (h) => h.times(x(0))),
  expectation: { mixture: ({ weights, means }, f, { height }) =>
    affine(f)(sum(height, (h) => h.times(sum(weights, (p, j) => p.times(means(j)))))) } })`)

const run = (file: string): readonly string[] =>
  `run li2017/fig1a --steps 20 --plugin ${file} --set discriminator=flat --deadline 2`.split(' ')

test('a definition that hangs while it is planned with ends a stored run as any other: a last line, and no folder', () => {
  const file = discriminator('for (;;);')
  for (const flags of [[], ['-o', 'hung']]) {
    const { code, out, err } = play(...run(file), '--json', ...flags)
    expect([code, lines(out)]).toMatchObject([
      1,
      [
        {
          type: 'run.finished',
          outcome: 'failed',
          error: { plugin: 'discriminator:flat', port: 'parameters' },
        },
      ],
    ])
    expect(err).toMatch(/^ganglion: .*did not come back within 2 s.*--deadline/)
  }
  expect(existsSync(join(folder, 'runs/hung'))).toBe(false)
})

test('a game that is stored is planned in one thread, and a name that is taken lets it go', () => {
  const file = discriminator('')
  writeFileSync(threads, '')
  const stored = play(...run(file), '-o', 'once')
  expect([stored.code, stored.err, readFileSync(threads, 'utf8')]).toEqual([0, '', 'loaded '])
  expect(readFileSync(join(folder, 'runs/once/frames.jsonl'), 'utf8').split('\n')).toHaveLength(22)
  const taken = play(...run(file), '-o', 'once')
  expect([taken.code, taken.out, taken.err]).toEqual([
    2,
    '',
    expect.stringContaining('runs/once exists'),
  ])
  expect(play('verify', 'once').code).toBe(0)
})

describe.skipIf(withoutTmux)('in a terminal', () => {
  const terminals = new Terminals('planning', folder)
  afterEach(() => terminals.close())

  test('the dashboard does not open for what cannot be planned', async () => {
    terminals.open(80, 24, 'sleep 1')
    terminals.tmux('pipe-pane', `cat > ${join(folder, 'bytes')}`)
    const line = `clear; ganglion ${run(discriminator('for (;;);')).join(' ')} --live; echo "left"=$?`
    terminals.tmux('send-keys', line, 'Enter')
    await vi.waitFor(() => expect(terminals.screen()).toMatch(/^left=1$/m), {
      timeout: 40_000,
      interval: 50,
    })
    const told = terminals.screen().replaceAll('\n', '')
    expect(told).toMatch(
      /ganglion: discriminator:flat failed at parameters, step 0: it did not come back/,
    )
    // Neither another screen nor a hidden cursor, ever.
    expect(readFileSync(join(folder, 'bytes'), 'utf8')).not.toMatch(
      /\[\?(1049|25)[hl]|nothing has happened/,
    )
  })
})
