import { csvOf, jsonRowsOf, writeParquet, type Rows, type StoredSweep } from '@ganglion/store'
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
  run: StoredSweep,
  force: boolean,
): Promise<void> {
  const file = await exportFile(path, force)
  try {
    if (format === 'parquet') await writeParquet(file.descriptor, rows, metadataOf(run))
    else for await (const text of texts[format](rows)) file.write(text)
    await file.keep()
  } finally {
    await file.drop()
  }
}

/** What a Parquet file says of the run that it comes from. */
function metadataOf({ manifest, found }: StoredSweep): Record<string, string> {
  const { name, target, seed, hash, profile, versions, chunks } = manifest
  return {
    'ganglion.run': name,
    'ganglion.target': target,
    'ganglion.plan-hash': hash,
    'ganglion.seed': String(seed),
    'ganglion.profile': profile,
    'ganglion.versions': JSON.stringify(versions),
    'ganglion.chunks': `${found.whole.size} of ${chunks}`,
  }
}
