import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksum, chunksOf, writeDurably, type Manifest, type SweepOutline } from '@ganglion/sweep'

/** Where a run keeps what its sweep consists of. */
export function outlinePath(folder: string): string {
  return join(folder, 'outline.json')
}

/**
 * What a sweep consists of as it is stored beside its manifest, and the sha256 of that in a line of its own: whoever reads
 * the table needs no plugin of a stranger, and not the version of Ganglion that played it.
 */
export function outlineText(outline: SweepOutline): string {
  const { section, groups, cells, members, chunkMembers, seed, hash } = outline
  const stored = { format: 1, section, groups, cells, members, chunkMembers, seed, hash }
  return sealed(JSON.stringify(stored))
}

const sealed = (line: string): string => `${line}\nsha256:${checksum(Buffer.from(line))}\n`

/** Stores what a sweep consists of, once. */
export async function keepOutline(folder: string, outline: SweepOutline): Promise<void> {
  const path = outlinePath(folder)
  const text = outlineText(outline)
  if ((await readFile(path, 'utf8').catch(() => null)) !== text) await writeDurably(path, text)
}

/** What the sweep of a manifest consists of; null where that is not stored, was changed, or is another's. */
export async function readOutline(
  folder: string,
  manifest: Manifest,
): Promise<SweepOutline | null> {
  const text = await readFile(outlinePath(folder), 'utf8').catch(() => null)
  const stored = text === null ? null : parsed(text)
  if (stored?.hash !== manifest.hash || stored.chunkMembers !== manifest.chunkMembers) return null
  const members = stored.groups.map((group) => group.members)
  return { ...stored, config: manifest.config, chunks: chunksOf(members, stored.chunkMembers) }
}

function parsed(text: string): Omit<SweepOutline, 'config' | 'chunks'> | null {
  const line = text.slice(0, text.indexOf('\n'))
  if (sealed(line) !== text) return null
  const { format, ...outline } = JSON.parse(line) as SweepOutline & { readonly format: number }
  return format === 1 ? outline : null
}
