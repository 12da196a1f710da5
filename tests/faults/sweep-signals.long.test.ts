import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runsIn, small, tableOf } from './sweep-runs.ts'

const { folder, play, begin, ledger } = runsIn()
const undisturbed = play(...small, '-o', 'whole', '-j', '1', '--json')
const table = tableOf(undisturbed.out)

test('a sweep prints started, its chunks and finished', () => {
  expect([undisturbed.code, undisturbed.err]).toEqual([0, ''])
  const lines = undisturbed.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string })
  const types = lines.map(({ type }) => type)
  expect(types).toEqual([
    'sweep.started',
    ...Array.from({ length: 30 }, () => 'chunk'),
    'sweep.finished',
  ])
  const rate = {
    mean: expect.any(Number) as number,
    standardError: expect.any(Number) as number,
    wilson: [expect.any(Number), expect.any(Number)],
  }
  const rates = { l1: rate, tv: rate, means: rate }
  expect(lines.at(-1)).toMatchObject({
    type: 'sweep.finished',
    cells: 36,
    members: 720,
    table: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    summary: [
      {
        group: {},
        offDiagonal: rates,
        diagonal: rates,
        bothCollapsed: expect.any(Number) as number,
      },
    ],
  })
})

test.each([1, 2])('killed with -9 and resumed with %i workers: the same table', async (jobs) => {
  const name = `killed-${jobs}`
  const killed = begin(...small, '-o', name, '-j', String(jobs), '--json')
  await killed.says('"type":"chunk"', 2)
  killed.child.kill('SIGKILL')
  expect((await killed.ended).signal).toBe('SIGKILL')
  const before = ledger(name).length
  expect(before).toBeGreaterThan(1)
  expect(before).toBeLessThan(30)
  const resumed = play('resume', 'latest', '-j', String(jobs), '--json')
  expect([resumed.code, resumed.err]).toEqual([0, ''])
  expect(tableOf(resumed.out)).toBe(table)
  expect(resumed.out.split('"type":"chunk"').length - 1).toBe(30 - before)
})

test('a second writer is refused and told who the first is; the first goes on', async () => {
  const first = begin(...small, '-o', 'mine', '-j', '1', '--json')
  await first.says('"type":"chunk"')
  // Asleep, it still holds the folder.
  first.child.kill('SIGSTOP')
  for (const second of [play(...small, '-o', 'mine'), play('resume', 'mine')]) {
    expect([second.code, second.out]).toEqual([1, ''])
    expect(second.err).toMatch(`runs/mine is being written by process ${first.child.pid} on `)
  }
  first.child.kill('SIGCONT')
  const { code, out } = await first.ended
  expect([code, tableOf(out)]).toEqual([0, table])
})

test('Ctrl-C once saves, prints the command that goes on, and ends with 130', async () => {
  const stopped = begin(...small, '-o', 'stopped', '-j', '1', '--json')
  await stopped.says('"type":"chunk"')
  stopped.child.kill('SIGINT')
  const { code, out, err } = await stopped.ended
  expect([code, tableOf(out)]).toEqual([130, 'sweep.stopped'])
  expect(err).toContain('go on with: ganglion resume stopped')
  expect(readdirSync(join(folder, 'runs/stopped'))).not.toContain('lock')
  expect(tableOf(play('resume', 'stopped', '--json').out)).toBe(table)
})

const chunk = (run: string, k: number): string =>
  join(folder, 'runs', run, 'chunks', `${String(k).padStart(6, '0')}.chunk`)

test('a chunk that was changed, cut or lost is computed again, and never served', () => {
  const again = play('resume', 'whole', '--json')
  expect([again.code, tableOf(again.out)]).toEqual([0, table])
  const bytes = readFileSync(chunk('whole', 3))
  bytes[bytes.length - 9]! ^= 1
  writeFileSync(chunk('whole', 3), bytes)
  truncateSync(chunk('whole', 7), 100)
  const repaired = play('resume', 'whole', '--json')
  expect([repaired.code, tableOf(repaired.out)]).toEqual([0, table])
  expect(repaired.err).toContain('chunks 3, 7 were changed or cut')
  expect(repaired.out.split('"type":"chunk"').length - 1).toBe(2)
})

test('half a line at the end of the ledger is cut off; another checksum for a chunk is refused', () => {
  const file = join(folder, 'runs/whole/ledger.jsonl')
  const whole = readFileSync(file, 'utf8')
  appendFileSync(file, '{"chunk":3,"sha2')
  expect(tableOf(play('resume', 'whole', '--json').out)).toBe(table)
  expect(readFileSync(file, 'utf8')).toBe(whole)
  appendFileSync(file, `{"chunk":3,"sha256":"${'0'.repeat(64)}"}\n`)
  const refused = play('resume', 'whole')
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('chunk 3 has two different checksums')
})

test('names that would leave the folder, and runs that are not there', () => {
  for (const name of ['../out', 'a/b', '.hidden', 'latest', ''])
    expect([name, play(...small, '-o', name).code]).toEqual([name, 2])
  expect(play('resume', 'nobody')).toMatchObject({ code: 4 })
  expect(play('resume', '../whole')).toMatchObject({ code: 2 })
})
