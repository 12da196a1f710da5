import { writeSync } from 'node:fs'
import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer'
import type { Batch, Field, FieldType, Rows, Values } from './fields.ts'

/** Rows that are kept until they are written together: what a reader skips or reads as one. */
const groupRows = 1 << 16

const types: Readonly<Record<FieldType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  count: { type: 'INT32', converted_type: 'UINT_32' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
}

/** Writes a table as Parquet to an open file. `metadata` are words that readers find beside the schema. */
export async function writeParquet(
  file: number,
  { fields, batches }: Rows,
  metadata: Readonly<Record<string, string>>,
): Promise<void> {
  const parquet = new ParquetWriter({
    writer: new FileBytes(file),
    schema: [
      { name: 'table', num_children: fields.length },
      ...fields.map(({ name, type }): SchemaElement => ({
        name,
        ...types[type],
        repetition_type: 'OPTIONAL',
      })),
    ],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: 'ganglion',
  })
  let kept: Batch[] = []
  let rows = 0
  const write = async (): Promise<void> => {
    if (rows > 0)
      await parquet.write({
        columnData: fields.map((field, k) => columnOf(field, kept, k)),
        rowGroupSize: rows,
      })
    kept = []
    rows = 0
  }
  for await (const batch of batches) {
    kept.push(batch)
    rows += batch.rows
    if (rows >= groupRows) await write()
  }
  await write()
  await parquet.finish()
}

/** Column k of some batches as one list. Doubles are written plain: a dictionary would take -0 for 0. */
function columnOf({ name, type }: Field, batches: readonly Batch[], k: number): ColumnSource {
  const data = batches.flatMap(({ rows, columns }) => listOf(type, columns[k]!, rows))
  return type === 'number' ? { name, data, encoding: 'PLAIN' } : { name, data }
}

function listOf(type: FieldType, values: Values, rows: number): unknown[] {
  if (values === null) return Array<null>(rows).fill(null)
  const list: (number | string)[] = Array.from(values as ArrayLike<number | string>)
  return type === 'flag' ? list.map((value) => value !== 0) : list
}

/** Bytes that go to a file whenever some rows are complete. */
class FileBytes extends ByteWriter {
  readonly #file: number

  constructor(file: number) {
    super(1 << 20)
    this.#file = file
  }

  flush(): void {
    const bytes = this.getBytes()
    let at = 0
    while (at < bytes.length) at += writeSync(this.#file, bytes, at)
    this.index = 0
  }

  override finish(): void {
    this.flush()
  }
}
