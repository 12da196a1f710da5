import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writerOf, type Holder } from '@ganglion/sweep'
import { manifestChecksum } from './finished-file.ts'
import { runEndText, type RunEnd } from './record-run.ts'
import type { RunState } from './state.ts'

/** How a single game stands on the disk. */
export interface RunInspection {
  /** A game is played by one process, once: nothing taints it. */
  readonly state: Exclude<RunState, 'tainted'>
  /** Null where it has not ended, or that cannot be read. */
  readonly end: RunEnd | null
  /** Files that are not what `finished.json` says. */
  readonly damaged: readonly string[]
  readonly writer: Holder | null
}

/** Looks at a single game: with `bytes` at all of its files, else only at whether it has ended. */
export async function inspectRun(
  folder: string,
  closeness: 'lengths' | 'bytes',
): Promise<RunInspection> {
  const writer = await writerOf(folder)
  const path = join(folder, 'finished.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  const end = text === null ? null : parsed(text)
  const damaged: string[] = []
  if (text !== null && (!end || runEndText(end) !== text)) damaged.push(path)
  if (end && closeness === 'bytes') {
    const expected = [
      ['frames.jsonl', end.frames.sha256],
      ['events.jsonl', end.eventLines.sha256],
    ] as const
    for (const [name, sha256] of expected)
      if ((await fileChecksum(join(folder, name))) !== sha256) damaged.push(join(folder, name))
    if ((await manifestChecksum(folder)) !== end.manifest)
      damaged.push(join(folder, 'manifest.json'))
  }
  const state = writer
    ? 'writing'
    : damaged.length > 0
      ? 'damaged'
      : end
        ? 'finished'
        : 'unfinished'
  return { state, end, damaged, writer }
}

function parsed(text: string): RunEnd | null {
  try {
    const end = JSON.parse(text) as RunEnd
    return end.format === 1 &&
      typeof end.frames.sha256 === 'string' &&
      typeof end.eventLines.sha256 === 'string'
      ? end
      : null
  } catch {
    return null
  }
}

async function fileChecksum(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer)
  } catch {
    return null
  }
  return hash.digest('hex')
}
