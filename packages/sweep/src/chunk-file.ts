import type { Chunk } from './chunks.ts'
import { columnBytes, columnOf, widths, type Column, type ColumnHead } from './column.ts'

const magic = 'ganglion chunk 1\n'

/** A chunk of the table: its place, and its columns. */
export interface ChunkTable extends Chunk {
  readonly columns: readonly Column[]
}

/** A chunk as it is stored: a line that names the format, one of JSON, then the bytes of the columns one after the other. */
export function encodeChunk({
  chunk,
  group,
  from,
  to,
  columns,
}: ChunkTable): Uint8Array<ArrayBuffer> {
  const heads = columns.map(({ name, type }): ColumnHead => ({ name, type }))
  const head = Buffer.from(
    `${magic}${JSON.stringify({ chunk, group, from, to, columns: heads })}\n`,
  )
  const parts = [head, ...columns.map(columnBytes)]
  // Memory of its own, which a thread can hand to another.
  const bytes = new Uint8Array(parts.reduce((all, { length }) => all + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Reads a stored chunk. Throws an Error for what is none: whoever opens files compares their checksum first. */
export function decodeChunk(bytes: Uint8Array): ChunkTable {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = text.indexOf('\n', magic.length)
  if (text.toString('latin1', 0, magic.length) !== magic || end < 0)
    throw new Error('this is no chunk of a sweep')
  const { columns, ...place } = JSON.parse(text.toString('utf8', magic.length, end)) as Chunk & {
    readonly columns: readonly ColumnHead[]
  }
  const rows = place.to - place.from
  let at = end + 1
  const read = columns.map((head) => {
    const length = rows * widths[head.type]
    const column = columnOf(head, bytes.subarray(at, at + length))
    at += length
    return column
  })
  if (at !== bytes.byteLength) throw new Error('this chunk of a sweep has another length')
  return { ...place, columns: read }
}
