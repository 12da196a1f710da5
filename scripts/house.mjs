// What the checks of the house share: the tree under test, its source files, and a way to end with findings.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The value of `--name=value`, true for a bare `--name`, undefined when absent. */
export function option(name) {
  const given = process.argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  if (given === undefined) return undefined
  return given.includes('=') ? given.slice(given.indexOf('=') + 1) : true
}

/** The tree to look at: this repository, or the one named by --root=<folder> (tests plant faults in a copy). */
export const root = resolve(option('root') ?? fileURLToPath(new URL('..', import.meta.url)))

const skipped = new Set(['node_modules', 'dist', 'coverage', 'fixtures', 'runs', '.git', '.turbo'])

/** Files below the given folders whose name matches, as sorted paths relative to the root, with forward slashes. */
export function files(folders, pattern) {
  const found = []
  const visit = (folder) => {
    let entries = []
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch {
      return // a room that does not exist yet
    }
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) visit(path)
      } else if (pattern.test(entry.name)) found.push(relative(root, path).split(sep).join('/'))
    }
  }
  for (const folder of folders) visit(join(root, folder))
  return found.sort()
}

/** The text of a file below the root. */
export const read = (path) => readFileSync(join(root, path), 'utf8')

/** The line, counted from 1, at an offset of a text. */
export const lineAt = (text, offset) => text.slice(0, offset).split('\n').length

/** Prints the findings; the process will end with status 0 when there is none, 1 otherwise. */
export function conclude(findings) {
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
