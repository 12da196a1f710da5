/** Number types of columns: outcomes and yes or no as u8, cells and trials as u32, everything else as f64. */
export type ColumnType = 'u8' | 'u32' | 'f64'

/** Name and type of a column of the table. */
export interface ColumnHead {
  readonly name: string
  readonly type: ColumnType
}

/** A column: one number a member, in the order of members. */
export interface Column extends ColumnHead {
  readonly values: Uint8Array | Uint32Array | Float64Array
}

/** Bytes of a number. */
export const widths: Readonly<Record<ColumnType, number>> = { u8: 1, u32: 4, f64: 8 }

/** On almost every machine numbers stand in memory as they are stored. */
const asStored = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/** The canonical bytes of a column, little-endian, every NaN the same one; -0 is kept. May share the memory of the column. */
export function columnBytes(column: Column): Uint8Array {
  const { type, values } = column
  const own = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  if (type === 'u8' || (asStored && (type === 'u32' || canonicalNaNs(own)))) return own
  return written(column)
}

const quiet = 0x7ff80000

/** Whether each NaN among these numbers of a little-endian machine is the stored one. */
function canonicalNaNs(bytes: Uint8Array): boolean {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  for (let k = 1; k < words.length; k += 2) {
    const high = words[k]!
    if ((high & 0x7ff00000) !== 0x7ff00000) continue
    const low = words[k - 1]!
    const infinite = (high & 0xfffff) === 0 && low === 0
    if (!infinite && !(high === quiet && low === 0)) return false
  }
  return true
}

function written({ type, values }: Column): Uint8Array {
  const bytes = new Uint8Array(values.length * widths[type])
  const view = new DataView(bytes.buffer)
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    if (type === 'u32') view.setUint32(4 * k, value, true)
    else if (value === value) view.setFloat64(8 * k, value, true)
    else view.setUint32(8 * k + 4, quiet, true)
  }
  return bytes
}

/** The column that these bytes encode. */
export function columnOf({ name, type }: ColumnHead, bytes: Uint8Array): Column {
  if (type === 'u8') return { name, type, values: new Uint8Array(bytes) }
  if (asStored) {
    // A Buffer's own slice is no copy.
    const { buffer } = new Uint8Array(bytes)
    const values = type === 'u32' ? new Uint32Array(buffer) : new Float64Array(buffer)
    return { name, type, values }
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.byteLength / widths[type]
  const values = type === 'u32' ? new Uint32Array(length) : new Float64Array(length)
  for (let k = 0; k < length; k++)
    values[k] = type === 'u32' ? view.getUint32(4 * k, true) : view.getFloat64(8 * k, true)
  return { name, type, values }
}
