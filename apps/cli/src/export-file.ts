import { closeSync, openSync, writeSync } from 'node:fs'
import { link, rename, rm, stat } from 'node:fs/promises'
import { ConfigError } from '@ganglion/plan'

/** A file that is there as a whole or not at all: written under another name first. */
export interface ExportFile {
  /** Its descriptor. */
  readonly descriptor: number
  write(text: string): void
  /** Gives it its name. Throws a ConfigError when there is such a file by now. */
  keep(): Promise<void>
  /** Leaves nothing behind. */
  drop(): Promise<void>
}

/** Opens a file for an export. Throws a ConfigError when it exists and may not be written over, or cannot be made. */
export async function exportFile(path: string, force: boolean): Promise<ExportFile> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) throw refused(path, 'it is a folder: name a file in it')
  if (there?.isFile() && !force) throw exists(path)
  // A pipe or a device is written as it is.
  const straight = there !== null && !there.isFile()
  const temporary = straight ? path : `${path}.${process.pid}.part`
  const descriptor = opened(temporary, path)
  return {
    descriptor,
    write: (text) => {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    },
    keep: async () => {
      closeSync(descriptor)
      if (straight) return
      if (force) return rename(temporary, path)
      // Unlike a rename, a link never replaces what somebody else has made meanwhile.
      await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') throw exists(path)
        return rename(temporary, path)
      })
      await rm(temporary, { force: true })
    },
    drop: async () => {
      if (!straight) await rm(temporary, { force: true })
    },
  }
}

function opened(path: string, wanted: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw refused(
      wanted,
      code === 'ENOENT'
        ? 'there is no such folder: make it first'
        : `it cannot be written (${code})`,
    )
  }
}

const exists = (path: string): ConfigError =>
  refused(path, 'it exists: --force writes over it, or choose another name')

const refused = (path: string, message: string): ConfigError => new ConfigError([{ path, message }])
