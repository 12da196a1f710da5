import {
  appendFileSync,
  copyFileSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { chunkPath, finished } from '@ganglion/sweep'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkChunks } from './check-chunks.ts'
import { checkTable } from './check-table.ts'
import { keepFinished, refuseChangedManifest } from './finished-file.ts'
import { writtenRun } from './fixtures/written-run.ts'
import { inspect } from './inspect.ts'
import { keepOutline, readOutline } from './outline-file.ts'
import { stateOf } from './state.ts'

/** Puts a bit of a byte upside down, somewhere. */
function flip(file: string, place: number, bit: number): () => void {
  const bytes = readFileSync(file)
  const whole = Buffer.from(bytes)
  bytes[place % bytes.length]! ^= 1 << bit
  writeFileSync(file, bytes)
  return () => writeFileSync(file, whole)
}

const somewhere = [fc.nat(), fc.integer({ min: 0, max: 7 })] as const

test('one flipped bit of a chunk is found wherever it is, with the chunk and its file', async () => {
  using run = await writtenRun(20)
  const { folder, manifest } = run
  await fc.assert(
    fc.asyncProperty(fc.nat(manifest.chunks - 1), ...somewhere, async (chunk, place, bit) => {
      const file = chunkPath(folder, chunk)
      const back = flip(file, place, bit)
      const found = await inspect(folder, manifest, 'bytes')
      back()
      expect(found.damaged).toEqual([{ chunk, file, why: 'changed or cut' }])
      const [check] = checkChunks(folder, manifest.chunks, found)
      expect(check).toMatchObject({ result: 'unlike', detail: { chunk, file } })
    }),
  )
  expect(stateOf(await inspect(folder, manifest, 'bytes'))).toBe('finished')
})

test('one flipped bit of the ledger, of the manifest or of what was stored at the end is found', async () => {
  using run = await writtenRun(20)
  const { folder, manifest, outline } = run
  const end = await finished(outline, folder)
  await keepFinished(folder, end)
  expect(await checkTable(folder, end)).toMatchObject({ result: 'ok' })
  const wrong = async (): Promise<boolean> => {
    const found = await inspect(folder, manifest, 'bytes').catch(() => null)
    if (!found || stateOf(found) !== 'finished') return true
    return (await checkTable(folder, await finished(outline, folder))).result === 'unlike'
  }
  const files = fc.constantFrom('ledger.jsonl', 'manifest.json', 'finished.json')
  await fc.assert(
    fc.asyncProperty(files, ...somewhere, async (name, place, bit) => {
      const back = flip(join(folder, name), place, bit)
      const found = await wrong()
      back()
      expect(found).toBe(true)
    }),
    { numRuns: 200 },
  )
  expect(await wrong()).toBe(false)
})

test('an outline that was changed is not believed, a manifest that was changed is not exported', async () => {
  using run = await writtenRun(20)
  const { folder, manifest, outline } = run
  await keepOutline(folder, outline)
  await keepFinished(folder, await finished(outline, folder))
  expect(await readOutline(folder, manifest)).toEqual({ ...outline, config: manifest.config })
  await refuseChangedManifest(folder)
  await fc.assert(
    fc.asyncProperty(...somewhere, async (place, bit) => {
      const undo = [
        flip(join(folder, 'outline.json'), place, bit),
        flip(join(folder, 'manifest.json'), place, bit),
      ]
      const read = await readOutline(folder, manifest)
      const refused = await refuseChangedManifest(folder).catch((error: Error) => error.name)
      for (const back of undo) back()
      expect([read, refused]).toEqual([null, 'DamagedError'])
    }),
  )
})

test.each(['lengths', 'bytes'] as const)(
  'cut, lost and foreign chunks are found by their %s',
  async (by) => {
    using run = await writtenRun(20)
    const { folder, manifest } = run
    truncateSync(chunkPath(folder, 2), 300)
    truncateSync(chunkPath(folder, 3), 10)
    rmSync(chunkPath(folder, 4))
    const found = await inspect(folder, manifest, by)
    expect(found.damaged.map(({ chunk, why }) => `${chunk} ${why}`)).toEqual([
      '2 changed or cut',
      '3 changed or cut',
      '4 gone',
    ])
    expect(found.missing).toEqual([])
    copyFileSync(chunkPath(folder, 1), chunkPath(folder, 99))
    appendFileSync(join(folder, 'ledger.jsonl'), `{"chunk":98,"sha256":"${'0'.repeat(64)}"}\n`)
    expect((await inspect(folder, manifest, by)).strange).toEqual([
      `${join(folder, 'ledger.jsonl')} (chunk 98)`,
      chunkPath(folder, 99),
    ])
  },
)

test('a chunk that nobody committed is missing, not damaged', async () => {
  using run = await writtenRun(20, [0, 5])
  expect(run.found).toMatchObject({ missing: [0, 5], damaged: [], strange: [] })
  expect(stateOf(run.found)).toBe('unfinished')
  const checks = checkChunks(run.folder, run.manifest.chunks, run.found)
  expect(checks).toMatchObject([{ result: 'open', text: /missing 0, 5/ }])
})
