import { checksum, decodeChunk, startWorkers, type ChunkTable, type Hire } from '@ganglion/sweep'
import type { Check } from './check.ts'
import { readChunk } from './read-table.ts'
import type { StoredSweep } from './stored-sweep.ts'

/** How chunks are played again. */
export interface PlayedAgain {
  readonly hire: Hire
  readonly jobs: number
  readonly chunks: readonly number[]
  /** Told of each chunk when it has been compared. */
  readonly told: (check: Check) => void
}

/** Plays chunks again and compares every bit. `stop` lets the chunks in flight be compared, and no more. */
export function playAgain(
  { folder, manifest, outline, found }: StoredSweep,
  { hire, jobs, chunks, told }: PlayedAgain,
): { readonly done: Promise<void>; stop(): void } {
  const { config, plugins, chunkMembers, hash } = manifest
  const order = { config, plugins, chunkMembers, hash, todo: chunks }
  const compare = async (chunk: number, bytes: Uint8Array): Promise<void> => {
    const sha256 = found.whole.get(chunk)!
    const { group, from, to } = outline.chunks[chunk]!
    const place = `chunk ${chunk} (group ${group}, members ${from} to ${to - 1})`
    const detail = { chunk, group, from, to }
    if (checksum(bytes) === sha256)
      return told({ check: 'again', result: 'ok', text: `${place} gives the same bits`, detail })
    const where = firstUnlike(await readChunk(folder, chunk, sha256), decodeChunk(bytes))
    told({ check: 'again', result: 'unlike', text: `${place}, played again: ${where}`, detail })
  }
  return startWorkers(hire, order, Math.min(jobs, chunks.length), compare)
}

/** The first number in which two chunks differ, in words. */
function firstUnlike(stored: ChunkTable, now: ChunkTable): string {
  for (const { name, values } of stored.columns) {
    const other = now.columns.find((column) => column.name === name)
    if (!other) return `it has no column ${name} any more`
    for (let row = 0; row < values.length; row++)
      if (!Object.is(values[row], other.values[row]))
        return `${name} of member ${stored.from + row} is ${other.values[row]}, stored is ${values[row]}`
  }
  return 'it has other columns than are stored'
}
