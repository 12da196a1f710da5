// Writes the registry of built-in plugins from the folders `plugins/<kind>/<name>/<name>.ts`: adding a plugin edits
// nothing by hand. With --check it writes nothing and fails when the registry is out of date.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { option, root } from './house.mjs'

const kinds = [
  'generators',
  'discriminators',
  'dynamics',
  'objectives',
  'regularisers',
  'optimizers',
  'metrics',
  'detectors',
  'papers',
]
const output = join(root, 'packages/ganglion/src/registry.generated.ts')

/** Folder names of a kind that hold a plugin, sorted by code unit so that no locale changes the file. */
function plugins(kind) {
  const folder = join(root, 'plugins', kind)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, `${name}.ts`)))
    .sort()
}

const key = (name) => (/^[a-z][a-zA-Z0-9]*$/.test(name) ? name : `'${name}'`)

function record(kind) {
  const lines = plugins(kind).map((name) => {
    const path = `../../../plugins/${kind}/${name}/${name}.ts`
    return `    ${key(name)}: () => import('${path}').then((plugin) => plugin.default),\n`
  })
  return lines.length > 0 ? `  ${kind}: {\n${lines.join('')}  },\n` : `  ${kind}: {},\n`
}

const text = `// Generated from the folders of plugins/ by \`npm run generate\`: do not edit.

/** Built-in plugins by kind and name; each is loaded when it is asked for. */
export const registry = {
${kinds.map(record).join('')}} as const
`

const present = existsSync(output) ? readFileSync(output, 'utf8') : undefined
if (present === text) process.exit(0)
if (option('check')) {
  process.stderr.write(
    'packages/ganglion/src/registry.generated.ts is out of date: run `npm run generate`.\n',
  )
  process.exit(1)
}
mkdirSync(dirname(output), { recursive: true })
writeFileSync(output, text)
