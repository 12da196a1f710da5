import { open, type FileHandle } from 'node:fs/promises'
import type { Chunk, ColumnHead } from '@ganglion/sweep'

/** Bytes that hold the two lines with which most chunks begin; a game of many numbers names more columns. */
const usualHead = 1 << 16
const widths = { u8: 1, u32: 4, f64: 8 } as const

/** Whether the file of a chunk is as long as it says itself: quick, and blind for bytes that were changed. */
export async function wholeChunk(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return false
  try {
    const { size } = await file.stat()
    return lengthOf(await headOf(file, size)) === size
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/** The beginning of a file, through its second line at least where it has two. */
async function headOf(file: FileHandle, size: number): Promise<Buffer> {
  for (let length = usualHead; ; length *= 2) {
    const head = Buffer.alloc(Math.min(size, length))
    await file.read(head, 0, head.length, 0)
    if (length >= size || head.indexOf('\n', head.indexOf('\n') + 1) > 0) return head
  }
}

/** Bytes of a chunk that begins so. */
function lengthOf(head: Buffer): number | null {
  const first = head.indexOf('\n')
  const second = head.indexOf('\n', first + 1)
  if (first < 0 || second < 0) return null
  const { from, to, columns } = JSON.parse(head.toString('utf8', first + 1, second)) as Chunk & {
    readonly columns: readonly ColumnHead[]
  }
  return columns.reduce((all, { type }) => all + (to - from) * widths[type], second + 1)
}
