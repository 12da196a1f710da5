/** What the values of a column are: whole numbers from 0, numbers, yes or no, or words. */
export type FieldType = 'count' | 'number' | 'flag' | 'text'

/** A column of an exported table. */
export interface Field {
  readonly name: string
  readonly type: FieldType
}

/** Values of a column; null where these rows have no such value. A flag is 0 or 1. */
export type Values = ArrayLike<number> | readonly string[] | null

/** Some rows of a table, columns in the order of its fields. */
export interface Batch {
  readonly rows: number
  readonly columns: readonly Values[]
}

/** A table that is never in memory as a whole. */
export interface Rows {
  readonly fields: readonly Field[]
  readonly batches: AsyncIterable<Batch>
}

/** Fields of several parts of a table as one list; each keeps its order. */
export function united(parts: readonly (readonly Field[])[]): Field[] {
  const all: Field[] = []
  for (const fields of parts) {
    let after = 0
    for (const field of fields) {
      const known = all.findIndex(({ name }) => name === field.name)
      if (known < 0) all.splice(after++, 0, field)
      else after = known + 1
    }
  }
  return all
}
