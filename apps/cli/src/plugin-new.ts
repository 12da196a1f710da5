import { relative, sep } from 'node:path'
import { registryWith } from 'ganglion'
import { Output } from './output.ts'
import { scaffolded } from './scaffold/kinds.ts'
import { scaffoldPlugin } from './scaffold/scaffold-plugin.ts'

/** Writes a new plugin and prints what was written and what to do next. */
export async function newPlugin(kind: string, place: string): Promise<number> {
  const made = scaffoldPlugin(kind, place, await registryWith())
  const folder = relative('.', made.folder) || '.'
  const files = made.files.map((file) => (folder === '.' ? file : `${folder}${sep}${file}`))
  const settings = scaffolded[made.kind]?.(made.name)
  const run =
    settings === undefined
      ? 'npx ganglion plugin list --plugin .'
      : `npx ganglion run li2017/fig1b --plugin . ${settings}`
  const enter = folder === '.' ? '' : `cd ${quoted(folder)} && `
  const output = new Output()
  await output.line(`Wrote the ${made.kind} ${made.name}:`)
  for (const file of files) await output.line(`  ${file}`)
  await output.line('\nNext:')
  for (const command of [`${enter}npm test`, 'npx ganglion plugin test .', run])
    await output.line(`  ${command}`)
  await output.flush()
  return 0
}

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
