import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { checksum } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { readParquet } from '../../packages/store/src/fixtures/read-parquet.ts'
import { lines } from './command.ts'
import { objects, storedRuns } from './stored-runs.ts'

const { play, path, chunk, copied, table } = storedRuns()

test('a chunk that comes out with other bits: both are kept, and everybody says that the run is tainted', async () => {
  const name = copied('tainted')
  const [bytes, whole] = [readFileSync(chunk(name, 11)), readFileSync(chunk(name, 11))]
  bytes[bytes.length - 1]! ^= 1
  // As a version that computes other bits would have committed it.
  writeFileSync(chunk(name, 11), bytes)
  const entries = readFileSync(path('runs', name, 'ledger.jsonl'), 'utf8')
  writeFileSync(
    path('runs', name, 'ledger.jsonl'),
    entries.replace(checksum(whole), checksum(bytes)),
  )
  rmSync(chunk(name, 11))
  const conflict = play('resume', name)
  expect([conflict.code, conflict.err]).toEqual([1, expect.stringContaining('Both are kept')])
  const kept = `${chunk('tainted', 11)}.${checksum(whole).slice(0, 12)}`
  expect(readFileSync(kept)).toEqual(whole)
  expect(play('ls').out).toMatch(/\ntainted .* damaged, tainted /)

  // The first version goes on with it.
  writeFileSync(path('runs', name, 'ledger.jsonl'), entries)
  writeFileSync(chunk(name, 11), whole)
  const resumed = play('resume', name, '--json')
  expect([resumed.code, resumed.err]).toEqual([0, expect.stringContaining('ganglion: tainted: ')])
  expect(lines(resumed.out).at(-1)).toMatchObject({ table, tainted: [{ chunk: 11 }] })
  expect(play('ls').out).toMatch(/\ntainted +li2017\/fig3-regular +tainted /)
  const verified = play('verify', name)
  expect([verified.code, verified.out]).toEqual([5, expect.stringContaining('✗ tainted: ')])
  const exported = play('export', name, '--csv', '-', '--parquet', 'tainted.parquet')
  expect([exported.code, exported.err]).toEqual([0, expect.stringContaining('ganglion: tainted: ')])
  expect(objects(exported.out)).toHaveLength(36)
  expect((await readParquet(path('tainted.parquet'))).words.get('ganglion.tainted')).toContain(
    'chunk 11',
  )
  expect(play('report', name).code).toBe(0)
  expect(readFileSync(path('runs', name, 'report.html'), 'utf8')).toContain(
    'This table is tainted: ',
  )
})
