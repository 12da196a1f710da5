import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** So many characters are written together. */
const enough = 1 << 16

/** Number and sha256 of the lines of a file. */
export interface Lines {
  readonly lines: number
  readonly sha256: string
}

/** Counts lines and their sha256. */
export class LineCount {
  readonly #hash = createHash('sha256')
  #lines = 0

  add(line: string): void {
    this.#hash.update(line)
    this.#lines++
  }

  /** Once, at the end. */
  end(): Lines {
    return { lines: this.#lines, sha256: this.#hash.digest('hex') }
  }
}

/** A file to which lines are only added. What is added is written at once when it is much, else at the end. */
export class LineFile {
  readonly #file: number
  readonly #count = new LineCount()
  #kept = ''

  constructor(path: string) {
    this.#file = openSync(path, 'wx')
  }

  add(line: string): void {
    this.#count.add(line)
    this.#kept += line
    if (this.#kept.length >= enough) this.#write()
  }

  /** Closes the file: all of it is on the disk when this returns. */
  end(): Lines {
    this.#write()
    fsyncSync(this.#file)
    closeSync(this.#file)
    return this.#count.end()
  }

  #write(): void {
    const bytes = Buffer.from(this.#kept)
    this.#kept = ''
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
  }
}
