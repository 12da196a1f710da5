import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checksum, chunkPath, decodeChunk, encodeChunk, finished, RunFolder } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { checkChunks } from './check-chunks.ts'
import { checkTable } from './check-table.ts'
import { keepFinished } from './finished-file.ts'
import { finishedPath } from './finished-path.ts'
import { writtenRun } from './fixtures/written-run.ts'
import { inspect } from './inspect.ts'
import { listRuns } from './list-runs.ts'
import { stateOf } from './state.ts'
import { taintsOf } from './taint.ts'

/** Commits chunk 2 again, with one bit of its last number upside down. */
async function computeOther(folder: string): Promise<string> {
  const file = chunkPath(folder, 2)
  const bytes = Buffer.from(readFileSync(file))
  bytes[bytes.length - 1]! ^= 1
  expect(Buffer.from(encodeChunk(decodeChunk(bytes)))).toEqual(bytes)
  const run = await RunFolder.reopen(folder, { node: 'v1' })
  try {
    await expect(run.commit(2, bytes)).rejects.toThrow(/Both are kept/)
  } finally {
    await run.close()
  }
  return `${file}.${checksum(bytes).slice(0, 12)}`
}

test('a chunk that comes out with other bits taints its run: both files stay, and the mark is seen everywhere', async () => {
  using run = await writtenRun(20)
  const { folder, manifest, outline } = run
  await keepFinished(folder, await finished(outline, folder))
  const before = readFileSync(finishedPath(folder), 'utf8')
  const file = await computeOther(folder)
  const found = await inspect(folder, manifest, 'bytes')
  expect(found).toMatchObject({
    damaged: [],
    strange: [],
    missing: [],
    taints: [{ chunk: 2, file }],
  })
  expect(stateOf(found)).toBe('tainted')
  const checks = checkChunks(folder, manifest.chunks, found)
  expect(checks.map(({ check, result }) => `${check} ${result}`)).toEqual([
    'taint unlike',
    'chunks ok',
  ])
  expect(checks[0]!.text).toContain(`chunk 2 (${file})`)
  const listed = (await listRuns(dirname(folder))).find(({ name }) => folder.endsWith(name))
  expect(listed).toMatchObject({ state: 'tainted', taints: [{ chunk: 2 }] })

  // The table that is stored after that bears the mark, and keeps it when the second file is taken away.
  const end = await finished(outline, folder)
  expect(await checkTable(folder, end)).toMatchObject({ result: 'unlike' })
  await keepFinished(folder, end)
  expect(JSON.parse(readFileSync(finishedPath(folder), 'utf8'))).toMatchObject({
    table: end.table,
    tainted: [basename(file)],
  })
  expect(await checkTable(folder, end)).toMatchObject({ result: 'ok' })
  rmSync(file)
  await keepFinished(folder, end)
  expect(stateOf(await inspect(folder, manifest, 'bytes'))).toBe('tainted')
  expect(await checkTable(folder, end)).toMatchObject({ result: 'ok' })
  writeFileSync(finishedPath(folder), before)
  expect(stateOf(await inspect(folder, manifest, 'bytes'))).toBe('finished')
})

test('a run that is tainted and lacks chunks is unfinished, and still marked; a file of another name is strange', async () => {
  using run = await writtenRun(20, [5])
  const { folder, manifest } = run
  await computeOther(folder)
  const found = await inspect(folder, manifest, 'lengths')
  expect([stateOf(found), found.taints.length]).toEqual(['unfinished', 1])
  mkdirSync(join(folder, 'chunks', '000001.chunk.notes'))
  expect(await taintsOf(folder)).toHaveLength(1)
  expect((await inspect(folder, manifest, 'lengths')).strange).toHaveLength(1)
})
