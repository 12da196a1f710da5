import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError, pluginName, shelf, suggest, type Registry } from '@ganglion/plan'
import { installation, link } from './installation.ts'
import { isScaffolded, scaffolded, type ScaffoldedKind } from './kinds.ts'
import { manifest, tsconfig } from './manifest.ts'

/** A new plugin on disk. */
export interface Scaffold {
  readonly kind: ScaffoldedKind
  readonly name: string
  readonly folder: string
  /** Names of the files written, in the order in which they are worth reading. */
  readonly files: readonly string[]
}

/**
 * Writes a plugin of a kind that is green at once: code, README, test, and links to this installation. `place` is its
 * name or a path that ends in it. Throws a ConfigError for an unknown kind, a bad or taken name, a folder in use.
 */
export function scaffoldPlugin(kind: string, place: string, registry: Registry): Scaffold {
  if (!isScaffolded(kind)) {
    const kinds = Object.keys(scaffolded)
    throw refused(`there is no kind ${kind}; ${suggest(kind, kinds)}`)
  }
  const folder = resolve(place)
  const name = basename(folder)
  requireFree(kind, name, registry)
  requireEmpty(folder, place)
  const installed = installation()
  if (Object.hasOwn(installed.packages, name))
    throw refused(`${name} is the name of a package that the plugin needs: choose another`)
  const files = {
    [`${name}.ts`]: template(kind, `my-${kind}.ts`, name),
    [`${name}.test.ts`]: template(kind, `my-${kind}.test.ts`, name),
    'README.md': template(kind, 'README.md', name),
    'package.json': manifest(kind, name, installed),
    'tsconfig.json': tsconfig,
    '.gitignore': 'node_modules\n',
  }
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files))
    writeFileSync(join(folder, file), text, { flag: 'wx' })
  link(folder, installed)
  return { kind, name, folder, files: Object.keys(files) }
}

/** A file of the family that stands here for its kind, with the new name in it. */
function template(kind: ScaffoldedKind, file: string, name: string): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return readFileSync(join(here, kind, file), 'utf8').replaceAll(`my-${kind}`, name)
}

function requireFree(kind: ScaffoldedKind, name: string, registry: Registry): void {
  if (!pluginName.test(name)) {
    const expected = 'small letters, digits and -, a letter first, at most 64 (my-family)'
    throw refused(`expected a name of ${expected}; got ${JSON.stringify(name)}`)
  }
  if (Object.hasOwn(registry[shelf(kind)] ?? {}, name))
    throw refused(`a built-in ${kind} is called ${name} already: choose another, e.g. my-${name}`)
}

function requireEmpty(folder: string, place: string): void {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory())
    throw refused(`${place} is a file: choose another name, or move it away`)
  if (readdirSync(folder).length > 0)
    throw refused(`the folder ${place} is not empty: choose another name, or empty it`)
}

const refused = (message: string): ConfigError =>
  new ConfigError([{ path: 'plugin new', message }], 'command')
