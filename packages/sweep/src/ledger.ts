import { open, readFile, truncate, type FileHandle } from 'node:fs/promises'

/** A chunk that is committed, and the sha256 of its file. */
export interface Entry {
  readonly chunk: number
  readonly sha256: string
}

/** A file to which lines are only added; a line that is there is a chunk that is committed. */
export class Ledger {
  readonly entries: Map<number, string>
  readonly #file: FileHandle

  private constructor(entries: Map<number, string>, file: FileHandle) {
    this.entries = entries
    this.#file = file
  }

  /** Opens the ledger for writing; half a line at its end, of a process that was killed, is cut off. */
  static async open(path: string): Promise<Ledger> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const entries = entriesOf(path, whole)
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole))
    return new Ledger(entries, await open(path, 'a'))
  }

  /** Adds a chunk; it is committed when this resolves. */
  async add(entry: Entry): Promise<void> {
    await this.#file.appendFile(`${JSON.stringify(entry)}\n`)
    await this.#file.sync()
    this.entries.set(entry.chunk, entry.sha256)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** The ledger as it is, half a line at its end left out. */
export async function readLedger(path: string): Promise<Map<number, string>> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return entriesOf(path, text.slice(0, text.lastIndexOf('\n') + 1))
}

function entriesOf(path: string, text: string): Map<number, string> {
  const entries = new Map<number, string>()
  text.split('\n').forEach((line, k) => {
    if (line === '') return
    const { chunk, sha256 } =
      entryOf(line) ?? refuse(`${path}:${k + 1}: this is no line of a ledger`)
    const before = entries.get(chunk)
    if (before !== undefined && before !== sha256)
      refuse(`${path}:${k + 1}: chunk ${chunk} has two different checksums`)
    entries.set(chunk, sha256)
  })
  return entries
}

function entryOf(line: string): Entry | null {
  try {
    const { chunk, sha256 } = JSON.parse(line) as Partial<Entry>
    const good = Number.isInteger(chunk) && /^[0-9a-f]{64}$/.test(String(sha256))
    return good ? { chunk: chunk!, sha256: sha256! } : null
  } catch {
    return null
  }
}

function refuse(message: string): never {
  throw new DamagedError(
    `${message}; nothing of this run is trusted. Begin the sweep again under another name.`,
  )
}

/** A store whose bytes are not what its ledger says. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'
}
