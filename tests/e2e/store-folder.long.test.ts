import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { numberOf } from '../../packages/store/src/fixtures/parse-csv.ts'
import { readParquet } from '../../packages/store/src/fixtures/read-parquet.ts'
import { small, tableOf } from '../faults/sweep-runs.ts'
import { lines } from './command.ts'
import { objects, storedRuns } from './stored-runs.ts'

const { folder, play, begin, ledger, played, table, path, chunk, copied } = storedRuns()

test('ls tells runs with their state, the oldest first', () => {
  const { code, out, err } = play('ls')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^name +target +state +members +seed +begun\n/)
  expect(out).toMatch(
    /\nwhole +li2017\/fig3-regular +finished +720 +7 +20\d\d-\d\d-\d\d \d\d:\d\d +latest\n$/,
  )
  expect(lines(play('ls', '--json').out)).toMatchObject([
    {
      v: 1,
      type: 'run',
      run: 'whole',
      latest: true,
      state: 'finished',
      chunks: { whole: 30, of: 30 },
      members: 720,
      seed: 7,
    },
  ])
})

test('export prints a row a cell: start, trials, successes, outcomes; they give the rates of the summary', () => {
  const { code, out, err } = play('export', 'latest', '--csv', '-')
  expect([code, err]).toEqual([0, ''])
  const rows = objects(out)
  expect(rows).toHaveLength(36)
  const last = lines(played.out).at(-1) as {
    summary: [Record<string, Record<string, { mean: number }>>]
  }
  const off = rows.filter(
    (row) => row['start.generator.means[0]'] !== row['start.generator.means[1]'],
  )
  for (const criterion of ['l1', 'tv', 'means']) {
    const rates = off.map((row) => Number(row[`success.${criterion}`]) / Number(row['trials']))
    const mean = rates.reduce((all, one) => all + one, 0) / rates.length
    expect(mean).toBeCloseTo(last.summary[0]['offDiagonal']![criterion]!.mean, 12)
  }
  for (const row of rows) {
    const ended = Object.entries(row).filter(([name]) => name.startsWith('outcome.'))
    expect(ended.reduce((all, [, n]) => all + Number(n), 0)).toBe(Number(row['trials']))
  }
})

test('files: CSV, JSON lines and Parquet tell the same members; none is written over unasked', async () => {
  const args = ['--members', '--csv', 'm.csv', '--json', 'm.jsonl', '--parquet', 'm.parquet']
  const all = play('export', 'whole', ...args)
  expect([all.code, all.out, all.err]).toEqual([0, '', ''])
  const csv = objects(readFileSync(path('m.csv'), 'utf8'))
  const json = lines(readFileSync(path('m.jsonl'), 'utf8'))
  const { words, rows: parquet } = await readParquet(path('m.parquet'))
  expect([csv.length, json.length, parquet.length]).toEqual([720, 720, 720])
  csv.forEach((row, k) => {
    expect(row['outcome']).toBe(parquet[k]!['outcome'])
    for (const name of [
      'l1',
      'generator.means[0]',
      'first.mode-collapse',
      'discriminator.left[1]',
    ]) {
      expect(numberOf(row[name]!)).toBe(parquet[k]![name])
      expect(Number(json[k]![name])).toBe(parquet[k]![name])
    }
  })
  const { hash } = JSON.parse(readFileSync(path('runs/whole/manifest.json'), 'utf8')) as {
    hash: string
  }
  expect([words.get('ganglion.plan-hash'), words.get('ganglion.seed')]).toEqual([hash, '7'])

  const refused = play('export', 'whole', '--csv', 'm.csv')
  expect([refused.code, refused.err]).toEqual([
    2,
    expect.stringContaining('m.csv: it exists: --force writes over it'),
  ])
  expect(play('export', 'whole', '--csv', 'm.csv', '--force').code).toBe(0)
  expect(objects(readFileSync(path('m.csv'), 'utf8'))).toHaveLength(36)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.each([
  [['export', 'whole'], 2, 'say what to write'],
  [['export', 'whole', '--parquet', '-'], 2, 'name a file'],
  [['export', 'whole', '--csv', '-', '--json', '-'], 2, 'only one'],
  [['export', 'whole', '--csv', 'nowhere/m.csv'], 2, 'no such folder'],
  [['export', 'nobody', '--csv', '-'], 4, 'is no run'],
  [['export', '../whole', '--csv', '-'], 2, 'expected letters'],
  [['verify', 'nobody'], 4, 'is no run'],
] as const)('%j ends with %i', (args, code, words) => {
  expect(play(...args)).toMatchObject({
    code,
    out: '',
    err: expect.stringContaining(words) as string,
  })
})

test('verify: all is well, and the table is that of the sweep', () => {
  const { code, out, err } = play('verify', 'latest')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`✓ the table has ${String(table)}`)
  expect(out.match(/gives the same bits/g)).toHaveLength(2)
  expect(out).toMatch(/\nwhole: all is well\n$/)
  const told = lines(play('verify', 'whole', '--chunks', '3', '--json').out)
  expect(told.filter(({ check }) => check === 'again')).toHaveLength(3)
  expect(told.at(-1)).toMatchObject({ type: 'verify.finished', run: 'whole', outcome: 'ok' })
})

test('one byte of a chunk changed: verify ends with 5 and names chunk and file; export refuses; resume mends', () => {
  const name = copied('flipped')
  const bytes = readFileSync(chunk(name, 11))
  bytes[bytes.length >> 1]! ^= 4
  writeFileSync(chunk(name, 11), bytes)
  const { code, out } = play('verify', name)
  expect(code).toBe(5)
  expect(out).toMatch(/✗ chunk 11 is changed or cut: runs\/flipped\/chunks\/000011\.chunk /)
  const refused = play('export', name, '--csv', '-')
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toMatch(/chunk 11 is changed or cut[^]*ganglion resume flipped/)
  const partial = play('export', name, '--csv', '-', '--members', '--partial')
  expect([partial.code, objects(partial.out).length]).toEqual([0, 720 - 24])
  expect(partial.err).toContain('exporting 696 of 720 members')
  expect(tableOf(play('resume', name, '--json').out)).toBe(table)
  expect(play('verify', name).code).toBe(0)
})

test('a run that is not finished: 1, and the command that goes on; a partial export while it is written', async () => {
  const live = begin(...small, '-o', 'live', '-j', '1', '--json')
  await live.says('"type":"chunk"', 3)
  live.child.kill('SIGSTOP')
  const there = ledger('live').length
  expect(play('ls').out).toMatch(
    new RegExp(`\\nlive .* of 30 chunks, being written by ${live.child.pid} `),
  )
  const refused = play('export', 'live', '--csv', '-')
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining(`being written by process ${live.child.pid}`),
  ])
  live.child.kill('SIGCONT')
  const partial = play('export', 'live', '--members', '--csv', '-', '--partial')
  expect(partial.code).toBe(0)
  expect(objects(partial.out).length).toBeGreaterThanOrEqual(24 * there)
  live.child.kill('SIGKILL')
  await live.ended
  if (ledger('live').length < 30) {
    const { code, out } = play('verify', 'live')
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/· not finished: \d+ of 30[^]*ganglion resume live\n$/),
    ])
  }
  expect(tableOf(play('resume', 'live', '--json').out)).toBe(table)
  expect(play('verify', 'live').code).toBe(0)
  expect(existsSync(path('runs/live/finished.json'))).toBe(true)
})
