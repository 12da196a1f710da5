import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { root, type Finished } from './command.ts'

/** An empty folder outside of this repository that goes with the tests of a file, and what a stranger does in it. */
export function stranger() {
  const place = mkdtempSync(join(tmpdir(), 'ganglion-journey-'))
  afterAll(() => rmSync(place, { recursive: true }))
  // What a stranger has: the system's programs, and the command by its path.
  const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: place, CI: 'true' }
  const command = join(root, 'node_modules/.bin/ganglion')
  const started = (folder: string, program: string, ...args: readonly string[]): Finished => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: join(place, folder),
      env: environment,
      encoding: 'utf8',
    })
    return { code: status, out: stdout, err: stderr }
  }
  return {
    place,
    /** Runs a program in a folder of the place. */
    started,
    ganglion: (folder: string, ...args: readonly string[]): Finished =>
      started(folder, command, ...args),
    /** Writes a file of the place and says where it is. */
    write: (name: string, text: string): string => {
      mkdirSync(join(place, name, '..'), { recursive: true })
      writeFileSync(join(place, name), text)
      return join(place, name)
    },
  }
}

/** A stranger's folder and hands. */
export type Stranger = ReturnType<typeof stranger>
