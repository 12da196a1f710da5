import type { Paper } from '@ganglion/core'
import { registryWith } from 'ganglion'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'

/** Prints the presets of all papers. */
export async function listPresets(json: boolean, plugins: readonly string[]): Promise<number> {
  const registry = await registryWith(plugins)
  const papers = await Promise.all(
    Object.values(registry['papers'] ?? {}).map((load) => load() as Promise<Paper>),
  )
  const rows = papers.flatMap((paper) =>
    Object.entries(paper.presets).map(([name, { title }]) => ({
      name: `${paper.name}/${name}`,
      text: title,
      reference: paper.reference,
    })),
  )
  return table(rows, json)
}

/** Prints the plugins of all kinds. */
export async function listPlugins(json: boolean, plugins: readonly string[]): Promise<number> {
  const registry = await registryWith(plugins)
  const rows: { name: string; text: string }[] = []
  for (const [kind, named] of Object.entries(registry)) {
    for (const [name, load] of Object.entries(named)) {
      const definition = (await load()) as { source?: string; reference?: string }
      rows.push({ name: `${kind}/${name}`, text: definition.source ?? definition.reference ?? '' })
    }
  }
  return table(rows, json)
}

async function table(
  rows: readonly { readonly name: string; readonly text: string }[],
  json: boolean,
): Promise<number> {
  const output = new Output()
  const width = Math.max(0, ...rows.map((r) => r.name.length))
  for (const row of rows)
    await output.line(json ? toJson({ v: 1, ...row }) : `${row.name.padEnd(width)}  ${row.text}`)
  await output.flush()
  return 0
}
