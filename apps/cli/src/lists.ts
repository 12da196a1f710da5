import { visible } from '@ganglion/core'
import { answer } from './answer.ts'
import type { Row } from './answers.ts'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'

/** Prints the presets of all papers. */
export async function listPresets(json: boolean, plugins: readonly string[]): Promise<number> {
  return table(await answer({ about: 'presets', plugins }), json)
}

/** Prints the plugins of all kinds. */
export async function listPlugins(json: boolean, plugins: readonly string[]): Promise<number> {
  return table(await answer({ about: 'plugins', plugins }), json)
}

async function table(rows: readonly Row[], json: boolean): Promise<number> {
  const output = new Output()
  const width = Math.max(0, ...rows.map((r) => r.name.length))
  for (const row of rows) {
    const plain = `${row.name.padEnd(width)}  ${visible(row.text)}`
    await output.line(json ? toJson({ v: 1, ...row }) : plain)
  }
  await output.flush()
  return 0
}
