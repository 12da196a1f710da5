import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError, MissingInputError } from './problem.ts'

/** A plugin of somebody's own, from a file or a folder. */
export interface Loaded {
  readonly kind: string
  readonly name: string
}

const kinds = [
  'generator',
  'discriminator',
  'dynamics',
  'objective',
  'regulariser',
  'optimizer',
  'metric',
  'detector',
  'paper',
]

/** Loads the default export of a file, or of the main file of a folder. */
export async function loadPlugin(path: string): Promise<Loaded> {
  const file = mainFile(resolve(path))
  const module = await (import(pathToFileURL(file).href) as Promise<{ default?: unknown }>).catch(
    (cause: unknown) => {
      throw new ConfigError([
        {
          path: `--plugin ${path}`,
          message: `it cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
        },
      ])
    },
  )
  const plugin = module.default as Partial<Loaded> | undefined
  if (
    typeof plugin?.kind === 'string' &&
    kinds.includes(plugin.kind) &&
    typeof plugin.name === 'string' &&
    /^[a-z][a-z0-9-]*$/.test(plugin.name)
  ) {
    return plugin as Loaded
  }
  const message = `expected its default export to be what defineDiscriminator(...) or another define function returns, with a name like my-family; got ${typeof module.default}`
  throw new ConfigError([{ path: `--plugin ${path}`, message }])
}

function mainFile(path: string): string {
  if (!existsSync(path))
    throw new MissingInputError(`--plugin ${path}: there is no such file or folder`)
  if (!statSync(path).isDirectory()) return path
  const manifest = join(path, 'package.json')
  const main = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { main?: string }).main
    : undefined
  const candidates = [main, `${basename(path)}.ts`, 'index.ts']
    .filter((f) => f !== undefined)
    .map((f) => join(path, f))
  const found = candidates.find((f) => existsSync(f))
  if (!found)
    throw new MissingInputError(`--plugin ${path}: found none of ${candidates.join(', ')}`)
  return found
}
