import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'

/** What a plugin outside of this repository borrows from it: folders of packages, and programs, by name. */
export interface Installation {
  readonly packages: Readonly<Record<string, string>>
  readonly programs: Readonly<Record<string, string>>
}

/** The installation that runs now. Throws an Error that names a package which is not installed, and what to do. */
export function installation(): Installation {
  const vitest = packageOf('vitest')
  return {
    packages: {
      ganglion: dirname(dirname(fileURLToPath(import.meta.resolve('ganglion')))),
      vitest,
      typescript: packageOf('typescript'),
      '@types/node': packageOf('@types/node'),
      '@ganglion/cli': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''),
      ...runtime(),
    },
    programs: {
      ganglion: fileURLToPath(new URL('../../bin/ganglion', import.meta.url)),
      vitest: join(vitest, 'vitest.mjs'),
      tsc: join(packageOf('typescript'), 'bin/tsc'),
      // npm puts this folder first in PATH: scripts run by the Node that runs now, whatever the system has.
      node: execPath,
    },
  }
}

/** Fills the node_modules of a folder with links, so that nothing needs to be downloaded. */
export function link(folder: string, { packages, programs }: Installation): void {
  for (const [name, target] of Object.entries(packages)) {
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(target, place, 'junction')
  }
  mkdirSync(join(folder, 'node_modules/.bin'))
  for (const [name, target] of Object.entries(programs))
    symlinkSync(target, join(folder, 'node_modules/.bin', name))
}

/** The package that the Node which runs now came in, if it came in one: another `npm install` links it as a program too. */
function runtime(): Readonly<Record<string, string>> {
  const folder = dirname(dirname(execPath))
  const name = basename(folder)
  return name.startsWith('node-') && existsSync(join(folder, 'package.json'))
    ? { [name]: folder }
    : {}
}

function packageOf(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(path))
  if (found !== undefined) return found
  throw new Error(`${name} is not installed beside this Ganglion: run npm install there`)
}
