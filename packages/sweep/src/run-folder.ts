import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigError } from '@ganglion/plan'
import { decodeChunk, type ChunkTable } from './chunk-file.ts'
import { checksum, syncFolder, writeDurably } from './commit.ts'
import { DamagedError, Ledger, readLedger } from './ledger.ts'
import { lock } from './lock.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { resumedBy, type Versions } from './versions.ts'

/** Where a chunk is stored. */
export function chunkPath(folder: string, chunk: number): string {
  return join(folder, 'chunks', `${String(chunk).padStart(6, '0')}.chunk`)
}

/** A run's folder, open for its one writer. */
export class RunFolder {
  readonly folder: string
  readonly manifest: Manifest
  /** Chunks whose file is not what the ledger says: they are to be computed again. */
  readonly damaged: readonly number[]
  readonly #ledger: Ledger
  readonly #release: () => void

  private constructor(
    folder: string,
    manifest: Manifest,
    ledger: Ledger,
    damaged: readonly number[],
    release: () => void,
  ) {
    this.folder = folder
    this.manifest = manifest
    this.damaged = damaged
    this.#ledger = ledger
    this.#release = release
  }

  /** Makes the folder of a new run, or takes up that of the same one. Throws a LockedError or a ConfigError. */
  static async begin(folder: string, manifest: Manifest): Promise<RunFolder> {
    await mkdir(join(folder, 'chunks'), { recursive: true })
    await syncFolder(dirname(folder))
    const release = await lock(folder)
    try {
      const there = (await readdir(folder)).includes('manifest.json')
      if (!there) await keepManifest(folder, manifest)
      const stored = await readManifest(folder)
      if (stored.hash !== manifest.hash || stored.chunkMembers !== manifest.chunkMembers)
        throw new ConfigError([
          {
            path: 'name of the run',
            message: `${folder} holds another sweep: choose another name, or remove it`,
          },
        ])
      return await RunFolder.#opened(folder, stored, manifest.versions, release)
    } catch (error) {
      release()
      throw error
    }
  }

  /** Takes up a run that exists, under these versions. Throws a MissingInputError, a LockedError or a DamagedError. */
  static async reopen(folder: string, versions: Versions): Promise<RunFolder> {
    const manifest = await readManifest(folder)
    const release = await lock(folder)
    try {
      return await RunFolder.#opened(folder, manifest, versions, release)
    } catch (error) {
      release()
      throw error
    }
  }

  static async #opened(
    folder: string,
    stored: Manifest,
    versions: Versions,
    release: () => void,
  ): Promise<RunFolder> {
    await mkdir(join(folder, 'chunks'), { recursive: true })
    for (const name of await readdir(join(folder, 'chunks')))
      if (name.endsWith('.part')) await rm(join(folder, 'chunks', name), { force: true })
    const ledger = await Ledger.open(join(folder, 'ledger.jsonl'))
    const damaged: number[] = []
    for (const [chunk, sha256] of ledger.entries)
      if ((await storedChunk(folder, chunk, sha256)) === null) damaged.push(chunk)
    const manifest = await noted(folder, stored, versions, ledger.entries.size)
    return new RunFolder(folder, manifest, ledger, damaged, release)
  }

  /** Chunks that are committed and whole. */
  get committed(): ReadonlySet<number> {
    const whole = new Set(this.#ledger.entries.keys())
    for (const chunk of this.damaged) whole.delete(chunk)
    return whole
  }

  /**
   * Stores a chunk: committed when this resolves. Throws a DamagedError when the ledger knows it with other bytes: then
   * either the store or the program is not what it was; both files are kept.
   */
  async commit(chunk: number, bytes: Uint8Array): Promise<string> {
    const sha256 = checksum(bytes)
    const known = this.#ledger.entries.get(chunk)
    if (known !== undefined && known !== sha256) {
      const other = `${chunkPath(this.folder, chunk)}.${sha256.slice(0, 12)}`
      await writeDurably(other, bytes)
      throw new DamagedError(
        `chunk ${chunk} was committed with sha256 ${known} and is ${sha256} now: another version of Node or of Ganglion computes other bits. Both are kept, the new one as ${other}; the sweep cannot go on.`,
      )
    }
    await writeDurably(chunkPath(this.folder, chunk), bytes)
    if (known === undefined) await this.#ledger.add({ chunk, sha256 })
    return sha256
  }

  async close(): Promise<void> {
    await this.#ledger.close()
    this.#release()
  }
}

/** The chunks of a run in their order. Throws a DamagedError where one is missing, or is not what the ledger says. */
export async function* readChunks(folder: string, chunks: number): AsyncGenerator<ChunkTable> {
  const ledger = await readLedger(join(folder, 'ledger.jsonl'))
  for (let chunk = 0; chunk < chunks; chunk++) {
    const sha256 = ledger.get(chunk)
    if (sha256 === undefined)
      throw new DamagedError(`${folder} is not finished: chunk ${chunk} of ${chunks} is missing`)
    const bytes = await storedChunk(folder, chunk, sha256)
    if (!bytes)
      throw new DamagedError(
        `${chunkPath(folder, chunk)} is not what the ledger says (sha256 ${sha256}): it was changed or cut. \`ganglion resume\` computes it again.`,
      )
    yield decodeChunk(bytes)
  }
}

/** The bytes of a chunk, null where they are not those of this checksum. */
async function storedChunk(
  folder: string,
  chunk: number,
  sha256: string,
): Promise<Uint8Array | null> {
  const bytes = await readFile(chunkPath(folder, chunk)).catch(() => null)
  return bytes && checksum(bytes) === sha256 ? bytes : null
}

async function keepManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeDurably(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Notes in a manifest who computes the chunks that are missing; damaged ones become what they were, whoever computes them. */
async function noted(
  folder: string,
  manifest: Manifest,
  versions: Versions,
  committed: number,
): Promise<Manifest> {
  if (committed >= manifest.chunks) return manifest
  const now = resumedBy(manifest, versions, committed)
  if (now !== manifest) await keepManifest(folder, now)
  return now
}
