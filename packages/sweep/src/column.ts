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

/** The canonical bytes of a column: little-endian, every NaN the same one; -0 is kept. */
export function columnBytes({ type, values }: Column): Uint8Array {
  const bytes = new Uint8Array(values.length * widths[type])
  if (type === 'u8') {
    bytes.set(values)
    return bytes
  }
  const view = new DataView(bytes.buffer)
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    if (type === 'u32') view.setUint32(4 * k, value, true)
    else if (value === value) view.setFloat64(8 * k, value, true)
    else view.setUint32(8 * k + 4, 0x7ff80000, true)
  }
  return bytes
}

/** The column that these bytes encode. */
export function columnOf({ name, type }: ColumnHead, bytes: Uint8Array): Column {
  if (type === 'u8') return { name, type, values: bytes.slice() }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.byteLength / widths[type]
  const values = type === 'u32' ? new Uint32Array(length) : new Float64Array(length)
  for (let k = 0; k < length; k++)
    values[k] = type === 'u32' ? view.getUint32(4 * k, true) : view.getFloat64(8 * k, true)
  return { name, type, values }
}
