import { lstat, mkdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ConfigError, MissingInputError } from '@ganglion/plan'

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** Where runs live, below the current folder. */
export const runsFolder = 'runs'

/** Whether a run may be called so. */
export function isRunName(name: string): boolean {
  return form.test(name) && name !== 'latest'
}

/** Throws a ConfigError for what cannot be the name of a run. */
export function checkRunName(name: string): void {
  if (isRunName(name)) return
  throw new ConfigError([
    {
      path: 'name of the run',
      message:
        name === 'latest'
          ? 'latest always means the newest run: choose another name'
          : `expected letters, digits and . _ -, beginning with a letter or digit, at most 64 long; got ${JSON.stringify(name)}`,
    },
  ])
}

/** A name for a run of a target: what it is, and the beginning of its hash. */
export function defaultRunName(target: string, hash: string): string {
  const words = target
    .replace(/\.(jsonc?|m?[jt]s)$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${words.slice(-48).replace(/^-+/, '') || 'sweep'}-${hash.slice(0, 8)}`
}

/** Points `runs/latest` at a run: a link, or a file that names it where links cannot be made. */
export async function setLatest(root: string, name: string): Promise<void> {
  const temporary = join(root, `.latest-${process.pid}`)
  await rm(temporary, { force: true })
  await symlink(name, temporary).catch(() => writeFile(temporary, `${name}\n`))
  await rename(temporary, join(root, 'latest'))
}

/** The name of a run that a user named, `latest` included. Throws a MissingInputError when there is none. */
export async function runNamed(root: string, named: string): Promise<string> {
  if (named !== 'latest') {
    checkRunName(named)
    return named
  }
  const file = join(root, 'latest')
  const found = await lstat(file).catch(() => null)
  if (!found)
    throw new MissingInputError(`there is no run in ${root} yet: begin one with \`ganglion sweep\``)
  const name = basename(
    found.isSymbolicLink() ? await readlink(file) : (await readFile(file, 'utf8')).trim(),
  )
  checkRunName(name)
  return name
}

/** Makes the folder of runs. */
export async function makeRoot(root: string): Promise<void> {
  await mkdir(root, { recursive: true })
}
