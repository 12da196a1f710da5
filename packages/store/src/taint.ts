import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { finishedPath } from './finished-path.ts'

/** A chunk that was computed a second time with other bits; its second file is kept beside the first. */
export interface Taint {
  readonly chunk: number
  /** The file with the other bits. */
  readonly file: string
}

const kept = /^(\d+)\.chunk\.[0-9a-f]{12}$/

/**
 * What taints a run: second files of chunks, and what its finished table is marked with, so that a mark stays when its
 * file is taken away.
 */
export async function taintsOf(folder: string): Promise<Taint[]> {
  const names = await readdir(join(folder, 'chunks')).catch(() => [])
  return [...new Set([...names, ...(await marked(folder))])].sort().flatMap((name) => {
    const [, chunk] = kept.exec(name) ?? []
    return chunk === undefined ? [] : [{ chunk: Number(chunk), file: join(folder, 'chunks', name) }]
  })
}

/** Names of files that a finished table is marked with; whether it is whole, `checkTable` says. */
async function marked(folder: string): Promise<string[]> {
  const text = await readFile(finishedPath(folder), 'utf8').catch(() => '{}')
  try {
    const { tainted } = JSON.parse(text) as { readonly tainted?: unknown }
    return Array.isArray(tainted) ? tainted.map(String) : []
  } catch {
    return []
  }
}

/** A mark as it is stored. */
export const markOf = ({ file }: Taint): string => basename(file)

/** Why a run is tainted, in a sentence; null where it is not. */
export function taintText(taints: readonly Taint[]): string | null {
  if (taints.length === 0) return null
  const files = taints.map(({ chunk, file }) => `chunk ${chunk} (${file})`).join(', ')
  return `tainted: another version of Node or of Ganglion, or another machine, computed other bits for ${files}`
}
