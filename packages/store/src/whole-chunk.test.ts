import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeChunk, type Column } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { wholeChunk } from './whole-chunk.ts'

/** As a sweep of games of so many numbers writes it. */
function chunkOf(numbers: number): Uint8Array {
  const columns = Array.from({ length: numbers }, (_, k): Column => {
    return { name: `discriminator.weight[${k}]`, type: 'f64', values: new Float64Array(3) }
  })
  return encodeChunk({ chunk: 0, group: 0, from: 0, to: 3, columns })
}

// 6000 columns: random Fourier features name more than fit the bytes that are read first.
test.each([1, 6000])('a chunk of %i columns is whole, and cut is not', async (numbers) => {
  const folder = mkdtempSync(join(tmpdir(), 'ganglion-whole-'))
  try {
    const path = join(folder, '000000.chunk')
    const bytes = chunkOf(numbers)
    writeFileSync(path, bytes)
    expect(await wholeChunk(path)).toBe(true)
    truncateSync(path, bytes.byteLength - 1)
    expect(await wholeChunk(path)).toBe(false)
    truncateSync(path, 40)
    expect(await wholeChunk(path)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
