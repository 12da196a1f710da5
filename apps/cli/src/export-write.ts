import { csvOf, jsonRowsOf, writeParquet, type Rows } from '@ganglion/store'
import { exportFile } from './export-file.ts'
import { Output } from './output.ts'

/** What a table is written as. */
export type Format = 'csv' | 'json' | 'parquet'

const texts = { csv: csvOf, json: jsonRowsOf } as const

/** Prints a table. A reader that has gone ends the command quietly. */
export async function print(format: Format, rows: Rows): Promise<void> {
  if (format === 'parquet') throw new Error('Parquet is not printed')
  const output = new Output()
  for await (const text of texts[format](rows)) await output.line(text.slice(0, -1))
  await output.flush()
}

/** Writes a table to a file. Throws a ConfigError where that may not be. */
export async function write(
  format: Format,
  path: string,
  rows: Rows,
  metadata: Readonly<Record<string, string>>,
  force: boolean,
): Promise<void> {
  const file = await exportFile(path, force)
  try {
    if (format === 'parquet') await writeParquet(file.descriptor, rows, metadata)
    else for await (const text of texts[format](rows)) file.write(text)
    await file.keep()
  } finally {
    await file.drop()
  }
}
