import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { apiVersion } from '@ganglion/core'
import { ConfigError, MissingInputError } from './problem.ts'

interface Manifest {
  readonly main?: string
  readonly ganglion?: { readonly apiVersion?: unknown }
}

/**
 * The module of a plugin: the file itself (`.ts` may be left out), or of a folder what its package.json calls `main`, else `<folder>.ts`, else
 * `index.ts`. Throws a MissingInputError when there is none, a ConfigError when package.json cannot be read or states
 * another version of the contract than this one: nothing of such a plugin is run.
 */
export function pluginFile(path: string): string {
  const named = resolve(path)
  const place = !existsSync(named) && existsSync(`${named}.ts`) ? `${named}.ts` : named
  if (!existsSync(place))
    throw new MissingInputError(`plugin: ${path}: there is no such file or folder`)
  if (!statSync(place).isDirectory()) return place
  const { main, ganglion } = manifestOf(place, path)
  if (ganglion?.apiVersion !== undefined) requireVersion(path, ganglion.apiVersion)
  const candidates = main === undefined ? [`${basename(place)}.ts`, 'index.ts'] : [main]
  const found = candidates.map((name) => join(place, name)).find((file) => existsSync(file))
  if (found !== undefined) return found
  const sought = candidates.join(' or ')
  const next =
    main === undefined ? 'create one, or name the file by "main" in package.json' : 'mend "main"'
  throw new MissingInputError(`plugin: ${path}: there is no ${sought} in this folder: ${next}`)
}

function manifestOf(folder: string, path: string): Manifest {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  } catch (cause) {
    throw refusal(path, `its package.json is no JSON: ${(cause as Error).message}`)
  }
}

/** Throws a ConfigError that names both versions unless a plugin speaks the version of the contract of this Ganglion. */
export function requireVersion(path: string, stated: unknown): void {
  if (stated === apiVersion) return
  const spoken = `this Ganglion speaks apiVersion ${apiVersion}`
  if (stated === undefined) {
    const next = `make it with a define function of 'ganglion/plugin', which stamps it`
    throw refusal(path, `it states no apiVersion and ${spoken}: ${next}`)
  }
  const next = `use the Ganglion that it was written for, or port it to apiVersion ${apiVersion}`
  throw refusal(path, `it speaks apiVersion ${JSON.stringify(stated)} and ${spoken}: ${next}`)
}

/** A ConfigError about the plugin at a path. */
export function refusal(path: string, message: string): ConfigError {
  return new ConfigError([{ path, message }], 'plugin')
}
