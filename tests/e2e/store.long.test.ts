import { createHash } from 'node:crypto'
import {
  copyFileSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { lines } from './command.ts'
import { examplesOf, helpOf } from './help-page.ts'
import { storedRuns } from './stored-runs.ts'

const { play, ledger, path, chunk, copied, bash } = storedRuns()

test('a reader that leaves early ends it quietly, a full disk with a sentence', () => {
  const piped = bash('set -o pipefail; ganglion export latest --members --csv - | head -1')
  expect([piped.code, piped.err, piped.out]).toEqual([
    0,
    '',
    expect.stringMatching(/^group,member,/),
  ])
  const pipe = bash('ganglion export latest --members --json >(head -1)')
  expect([pipe.code, pipe.err]).toEqual([0, ''])
  for (const format of ['--csv', '--parquet']) {
    const full = play('export', 'latest', '--members', format, '/dev/full')
    expect([full.code, full.err]).toEqual([
      1,
      'ganglion: /dev/full cannot be written: the disk is full. Nothing is left of it.\n',
    ])
  }
})

test('cut, lost and foreign chunks are damage', () => {
  const cut = copied('cut')
  truncateSync(chunk(cut, 2), 500)
  rmSync(chunk(cut, 4))
  expect(lines(play('ls', '--json').out).find(({ run }) => run === cut)).toMatchObject({
    state: 'damaged',
  })
  const { code, out } = play('verify', cut)
  expect([code, out]).toEqual([
    5,
    expect.stringMatching(/chunk 2 is changed or cut[^]*chunk 4 is gone/),
  ])
  const more = copied('more')
  copyFileSync(chunk(more, 1), chunk(more, 30))
  expect(play('verify', more)).toMatchObject({
    code: 5,
    out: expect.stringContaining('000030.chunk') as string,
  })
})

test('a bit that was changed together with its checksum: the table tells, or the chunk played again', () => {
  const name = copied('forged')
  const bytes = readFileSync(chunk(name, 4))
  // The last number of the last column but four, `mean-distance`.
  bytes[bytes.length - 4 * 24 - 8]! ^= 1
  writeFileSync(chunk(name, 4), bytes)
  const file = path('runs', name, 'ledger.jsonl')
  const forged = createHash('sha256').update(bytes).digest('hex')
  const entries = ledger(name).map((line) =>
    line.replace(/^({"chunk":4,"sha256":")[^"]+/, `$1${forged}`),
  )
  writeFileSync(file, `${entries.join('\n')}\n`)
  const told = play('verify', name)
  expect([told.code, told.out]).toEqual([
    5,
    expect.stringMatching(/✗ .*finished\.json tells another table/),
  ])
  rmSync(path('runs', name, 'finished.json'))
  const again = play('verify', name, '--chunks', '30')
  expect(again.code).toBe(5)
  expect(again.out).toMatch(
    /✗ chunk 4 .*, played again: mean-distance of member 119 is \S+, stored is /,
  )
})

test.each(['ls', 'export', 'verify'])('the examples in the help of `ganglion %s` run', (name) => {
  const { out } = helpOf(name)
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  const examples = examplesOf(out)
  expect(examples.length).toBeGreaterThan(1)
  for (const line of examples) {
    // Of a run that is finished and whole, whatever the other tests did.
    const ran = bash(`set -o pipefail; ${line.replace('latest', 'whole')}`)
    expect([line, ran.code, ran.err]).toEqual([line, 0, ''])
  }
})

test('links that lead out of the folder of runs are not followed', () => {
  symlinkSync('/etc', path('runs/away'))
  for (const args of [
    ['export', 'away', '--csv', '-'],
    ['verify', 'away'],
  ])
    expect(play(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a link') as string,
    })
  expect(play('ls').out).not.toContain('away')
})

test('without any run ls says how to begin one', () => {
  const { code, out, err } = bash('mkdir empty && cd empty && ganglion ls')
  expect([code, out, err]).toEqual([0, '', expect.stringContaining('ganglion sweep')])
})
