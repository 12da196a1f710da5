import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  encodeChunk,
  finished,
  readManifest,
  RunFolder,
  toldVersions,
  type Versions,
} from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { checkVersions } from './check-versions.ts'
import { keepFinished, refuseChangedManifest } from './finished-file.ts'
import { tableOf, writtenRun } from './fixtures/written-run.ts'

const first: Versions = { ganglion: '0.1.0' }
const other: Versions = { ganglion: '0.1.0', node: '26.0.0' }

/** Opens a run under some versions, commits these chunks, and lets go of it. */
async function sit(
  { folder, outline }: Awaited<ReturnType<typeof writtenRun>>,
  versions: Versions,
  chunks: readonly number[],
): Promise<void> {
  const run = await RunFolder.reopen(folder, versions)
  for (const chunk of chunks)
    await run.commit(chunk, encodeChunk(tableOf(outline, outline.chunks[chunk]!)))
  await run.close()
}

test('a manifest tells which versions computed which chunks of a run that others went on with', async () => {
  using run = await writtenRun(20, [3, 5, 6])
  const { folder, outline } = run
  const before = outline.chunks.length - 3
  await sit(run, first, [])
  expect((await readManifest(folder)).resumed).toBeUndefined()
  await sit(run, { ...other, node: '24.0.0' }, [])
  await sit(run, other, [3])
  await sit(run, other, [5])
  await sit(run, first, [6])
  const manifest = await readManifest(folder)
  // Those of Node 24 computed nothing.
  expect(manifest.versions).toEqual(first)
  expect(manifest.resumed).toEqual([
    { committed: before, versions: other },
    { committed: before + 2, versions: first },
  ])
  const told = toldVersions(manifest)
  expect(told).toEqual({
    ganglion: '0.1.0',
    node: `unknown, 26.0.0 after ${before} chunks, unknown after ${before + 2} chunks`,
  })
  expect(checkVersions(told, other)).toMatchObject({ result: 'note' })
  const ledger = readFileSync(join(folder, 'ledger.jsonl'), 'utf8').split('\n')
  expect(JSON.parse(ledger[before]!)).toMatchObject({ chunk: 3 })
})

test('whoever opens a finished run leaves its manifest as it was', async () => {
  using run = await writtenRun(20)
  const { folder, outline } = run
  await keepFinished(folder, await finished(outline, folder))
  await sit(run, other, [0])
  await expect(refuseChangedManifest(folder)).resolves.toBeUndefined()
})
