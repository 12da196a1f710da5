import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { root, type Finished } from './command.ts'

/** An empty folder that goes with the tests of a file: writes files there and runs lines of bash, `ganglion` on the path. */
export function emptyFolder() {
  const folder = mkdtempSync(join(root, 'tests/e2e/tmp-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return {
    write: (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return name
    },
    bash: (line: string, environment: Record<string, string> = {}): Finished => {
      const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: path, ...environment },
      })
      return { code: status, out: stdout, err: stderr }
    },
  }
}
