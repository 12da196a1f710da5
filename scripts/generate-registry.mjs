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
const folder = 'packages/ganglion/src'

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

const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())

const factories = plugins('detectors').map((name) => {
  const path = `../../../plugins/detectors/${name}/${name}.ts`
  return `export { ${camel(name)} } from '${path}'\n`
})

const detectors = `// Generated from the folders of plugins/detectors by \`npm run generate\`: do not edit.

${factories.length > 0 ? factories.join('') : 'export {}\n'}`

let stale = false
for (const [name, wanted] of [
  ['registry.generated.ts', text],
  ['detectors.generated.ts', detectors],
]) {
  const output = join(root, folder, name)
  if (existsSync(output) && readFileSync(output, 'utf8') === wanted) continue
  stale = true
  if (option('check')) {
    process.stderr.write(`${folder}/${name} is out of date: run \`npm run generate\`.\n`)
    continue
  }
  mkdirSync(dirname(output), { recursive: true })
  writeFileSync(output, wanted)
}
if (stale && option('check')) process.exit(1)
