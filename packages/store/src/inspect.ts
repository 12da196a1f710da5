import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  checksum,
  chunkPath,
  readLedger,
  writerOf,
  type Holder,
  type Manifest,
} from '@ganglion/sweep'
import { taintsOf, type Taint } from './taint.ts'
import { wholeChunk } from './whole-chunk.ts'

/** What of a run is there: one look at its ledger, its files and its lock. */
export interface Inspection {
  /** sha256 by chunk, as the ledger says; those of files that are whole. */
  readonly whole: ReadonlyMap<number, string>
  /** Chunks of the plan that nobody has committed. */
  readonly missing: readonly number[]
  /** Chunks that were committed and whose file is gone, changed or cut. */
  readonly damaged: readonly Damage[]
  /** Files and entries of the ledger that no plan has. */
  readonly strange: readonly string[]
  /** Chunks that were computed again with other bits. */
  readonly taints: readonly Taint[]
  /** Who writes to it now. */
  readonly writer: Holder | null
}

/** A chunk whose file is not what the ledger says. */
export interface Damage {
  readonly chunk: number
  readonly file: string
  readonly why: 'gone' | 'changed or cut'
}

/** How closely files are looked at: their length only, or the sha256 of every byte. */
export type Closeness = 'lengths' | 'bytes'

/** Looks at a run. Throws a DamagedError for a ledger that cannot be read. */
export async function inspect(
  folder: string,
  { chunks }: Pick<Manifest, 'chunks'>,
  closeness: Closeness,
): Promise<Inspection> {
  // The lock before the ledger: a writer that ends between the two has then said all.
  const writer = await writerOf(folder)
  const ledger = await readLedger(join(folder, 'ledger.jsonl'))
  const names = new Set(await readdir(join(folder, 'chunks')).catch(() => []))
  const whole = new Map<number, string>()
  const missing: number[] = []
  const damaged: Damage[] = []
  for (let chunk = 0; chunk < chunks; chunk++) {
    const file = chunkPath(folder, chunk)
    const there = names.delete(basename(file))
    const sha256 = ledger.get(chunk)
    // Its file may be there: it is, for a moment, before its entry.
    if (sha256 === undefined) missing.push(chunk)
    else if (!there) damaged.push({ chunk, file, why: 'gone' })
    else if (await isWhole(file, sha256, closeness)) whole.set(chunk, sha256)
    else damaged.push({ chunk, file, why: 'changed or cut' })
  }
  const taints = await taintsOf(folder)
  for (const { file } of taints) names.delete(basename(file))
  const strange = [
    ...[...ledger.keys()]
      .filter((chunk) => chunk >= chunks)
      .map((chunk) => `${join(folder, 'ledger.jsonl')} (chunk ${chunk})`),
    ...[...names]
      .filter((name) => !name.endsWith('.part'))
      .sort()
      .map((name) => join(folder, 'chunks', name)),
  ]
  return { whole, missing, damaged, strange, taints, writer }
}

async function isWhole(file: string, sha256: string, closeness: Closeness): Promise<boolean> {
  if (closeness === 'lengths') return wholeChunk(file)
  const bytes = await readFile(file).catch(() => null)
  return bytes !== null && checksum(bytes) === sha256
}
