import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { numberOf } from '../../packages/store/src/fixtures/parse-csv.ts'
import { runsIn } from '../faults/sweep-runs.ts'
import { lines } from './command.ts'
import { objects } from './stored-runs.ts'

const { folder, play, begin } = runsIn()
const small = ['run', 'li2017/fig1b', '--set', 'discriminator.initial=random', '--seed', '3']
const played = play(...small, '--steps', '700', '--every', '50', '--json', '-o', 'one')
const file = (name: string, run = 'one'): string => join(folder, 'runs', run, name)

test('a single game is a run: listed, exported frame by frame, and played again to the same bits', () => {
  expect([played.code, played.err]).toEqual([0, ''])
  expect(play('ls').out).toMatch(/\none +li2017\/fig1b +finished +1 +3 +\S+ \S+ +latest\n$/)
  const frames = lines(played.out).filter(({ type }) => type === 'frame') as unknown as {
    step: number
    signals: Record<string, number | number[]>
  }[]
  const rows = objects(play('export', 'latest', '--csv', '-').out)
  expect(rows.map(({ step }) => Number(step))).toEqual(frames.map(({ step }) => step))
  rows.forEach((row, k) => {
    for (const name of ['generator.means', 'discriminator.left'])
      [frames[k]!.signals[name]!]
        .flat()
        .forEach((value, c) => expect(numberOf(row[`${name}[${c}]`]!)).toBe(value))
  })
  const { code, out } = play('verify', 'latest')
  expect([code, out]).toEqual([0, expect.stringMatching(/✓ played again it gives the same bits/)])
  expect(play(...small, '-o', 'one')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('runs/one exists') as string,
  })
})

test('a claim of the paper is judged where the preset was played as it is', () => {
  expect(play('run', 'li2017/fig1b', '--every', '4000', '-o', 'as-it-is').code).toBe(0)
  const { code, out } = play('verify', 'as-it-is')
  expect([code, out]).toEqual([0, expect.stringMatching(/✓ claim "[^"]+" \(li2017, Figure 1, /)])
})

test('there is nothing of it to go on with, and resume says so', () => {
  const { code, err } = play('resume', 'one')
  expect([code, err]).toEqual([4, expect.stringMatching(/runs\/one is a single game, no sweep/)])
})

test('its report draws it and judges the claim; another start of the preset serves no claim', () => {
  const told = (name: string) => lines(play('report', name, '--json').out)[0]
  expect(told('as-it-is')).toMatchObject({
    file: 'runs/as-it-is/report.html',
    figures: ['as-it-is-trajectories'],
    claims: [{ holds: true }],
  })
  expect(told('one')).toMatchObject({ file: 'runs/one/report.html', claims: [] })
})

test.each(['frames.jsonl', 'events.jsonl', 'manifest.json', 'finished.json'])(
  'one byte of %s changed: verify ends with 5 and names it, export refuses',
  (name) => {
    const whole = readFileSync(file(name))
    const bytes = Buffer.from(whole)
    // A digit becomes another digit: it can still be read.
    const at = bytes.findIndex((byte, k) => k > bytes.length / 3 && byte >= 0x30 && byte < 0x38)
    bytes[at]! ^= 1
    writeFileSync(file(name), bytes)
    const told = play('verify', 'one')
    const refused = play('export', 'one', '--csv', '-')
    writeFileSync(file(name), whole)
    expect(told.code).toBe(5)
    if (name !== 'finished.json') {
      expect(told.out).toContain(`runs/one/${name}`)
      expect([refused.code, refused.out]).toEqual([1, ''])
    }
  },
)

test('stopped before its end: told as such, exported only with --partial, half a line left out', async () => {
  const live = begin('run', 'li2017/fig1b', '--steps', '100000000', '--json', '-o', 'stopped')
  await live.says('run.started')
  await expect
    .poll(
      () =>
        existsSync(file('frames.jsonl', 'stopped')) &&
        readFileSync(file('frames.jsonl', 'stopped')).length > 70_000,
      { timeout: 20_000 },
    )
    .toBe(true)
  expect(lines(play('ls', '--json').out).at(-1)).toMatchObject({ run: 'stopped', state: 'writing' })
  live.child.kill('SIGINT')
  expect((await live.ended).code).toBe(130)
  expect(play('ls').out).toMatch(/\nstopped +li2017\/fig1b +stopped /)
  expect(play('verify', 'stopped')).toMatchObject({
    code: 1,
    out: expect.stringContaining('· runs/stopped was stopped') as string,
  })
  expect(play('export', 'stopped', '--csv', '-')).toMatchObject({ code: 1, out: '' })
  truncateSync(file('frames.jsonl', 'stopped'), 60_000)
  appendFileSync(file('frames.jsonl', 'stopped'), '{"step":')
  const { code, out } = play('export', 'stopped', '--csv', '-', '--partial')
  expect(code).toBe(0)
  expect(objects(out).map(({ step }) => Number(step))).toEqual(
    Array.from(objects(out), (_, k) => k),
  )
})
