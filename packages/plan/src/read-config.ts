import { access, readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser'
import { isRecord, type Config } from './config.ts'
import { mistakeText, moduleMistake } from './module-mistake.ts'
import { ConfigError, MissingInputError, type Problem } from './problem.ts'
import { syntaxMistake } from './syntax-mistake.ts'

/** A configuration read from a file, with a way from a path to its line. */
export interface ConfigFile {
  readonly config: Config
  readonly lineOf: (path: string) => number | undefined
}

/** Whether a target is the name of a configuration file, and not of a preset. */
export const isConfigFile = (target: string): boolean => /\.(jsonc?|m?[jt]s)$/.test(target)

/** Reads a configuration: JSON with comments, or the default export of a TypeScript module. */
export async function readConfig(file: string): Promise<ConfigFile> {
  if (['.ts', '.mts', '.js', '.mjs'].includes(extname(file))) {
    const module = await importConfig(file)
    if (!isRecord(module.default))
      throw new ConfigError(
        [
          {
            path: 'default',
            message: 'expected the module to export a configuration as its default',
          },
        ],
        file,
      )
    return { config: module.default, lineOf: () => undefined }
  }
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause)
  })
  return parseConfig(text, file)
}

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): MissingInputError {
  const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? message})`
  return new MissingInputError(`${file}: ${why}`)
}

async function importConfig(file: string): Promise<{ readonly default?: unknown }> {
  const place = resolve(file)
  await access(place).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause)
  })
  try {
    return (await import(pathToFileURL(place).href)) as { default?: unknown }
  } catch (cause) {
    const message = `it cannot be loaded: ${mistakeText(moduleMistake(place, cause))}`
    throw new ConfigError([{ path: 'module', message }], file)
  }
}

/** Lines with a mistake of syntax that are told: more say that the file is of another kind. */
const mostMistakes = 5

/** Parses JSON with comments; every mistake of the syntax is located. */
export function parseConfig(text: string, file: string): ConfigFile {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  if (text.trim() === '')
    throw new ConfigError([{ path: 'syntax', line: 1, message: 'the file is empty' }], file)
  const problems = errors.map((error): Problem => ({
    path: 'syntax',
    line: lineAt(error.offset),
    message: syntaxMistake(text, error),
  }))
  // Behind the first of a line the parser only guesses.
  const told = problems.filter(({ line }, k) => line !== problems[k - 1]?.line)
  if (told.length > 0) throw new ConfigError(told.slice(0, mostMistakes), file)
  if (!tree)
    throw new ConfigError(
      [{ path: 'syntax', line: 1, message: 'there is no value in the file' }],
      file,
    )
  if (tree.type !== 'object')
    throw new ConfigError(
      [{ path: 'configuration', line: 1, message: `expected an object, got ${tree.type}` }],
      file,
    )
  const lineOf = (path: string): number | undefined => {
    const steps = path
      .split(/[.[\]]+/)
      .filter((s) => s !== '')
      .map((s) => (/^\d+$/.test(s) ? Number(s) : s))
    for (let length = steps.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, steps.slice(0, length))
      if (node) return lineAt(node.offset)
    }
    return undefined
  }
  return { config: valueOf(tree) as Config, lineOf }
}

type Tree = NonNullable<ReturnType<typeof parseTree>>

/** Own walk instead of the library's: `__proto__` stays a key that can be seen and refused. */
function valueOf(node: Tree): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child))
  if (node.type !== 'object') return node.value
  const entries = (node.children ?? []).map((property): [string, unknown] => [
    String(property.children![0]!.value),
    valueOf(property.children![1]!),
  ])
  return Object.fromEntries(entries)
}
