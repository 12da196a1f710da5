import { readFile } from 'node:fs/promises'
import { checksum, chunkPath, DamagedError, decodeChunk, type ChunkTable } from '@ganglion/sweep'
import type { StoredSweep } from './stored-sweep.ts'

/** The whole chunks of a run in their order, one at a time. Throws a DamagedError for one that has changed since it was looked at. */
export async function* readTable({
  folder,
  outline,
  found,
}: StoredSweep): AsyncGenerator<ChunkTable> {
  for (const { chunk } of outline.chunks)
    if (found.whole.has(chunk)) yield await readChunk(folder, chunk, found.whole.get(chunk)!)
}

/** A chunk. Throws a DamagedError when its bytes are not those of this checksum, or no chunk of this place. */
export async function readChunk(
  folder: string,
  chunk: number,
  sha256: string,
): Promise<ChunkTable> {
  const file = chunkPath(folder, chunk)
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null || checksum(bytes) !== sha256)
    throw new DamagedError(
      `${file} is not what the ledger says (sha256 ${sha256}): it was changed or cut`,
    )
  const table = decoded(bytes)
  if (table?.chunk !== chunk)
    throw new DamagedError(`${file} is not chunk ${chunk}, though the ledger has its checksum`)
  return table
}

function decoded(bytes: Uint8Array): ChunkTable | null {
  try {
    return decodeChunk(bytes)
  } catch {
    return null
  }
}
