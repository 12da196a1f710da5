import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from '../../packages/store/src/fixtures/parse-csv.ts'
import { runsIn, small, tableOf } from '../faults/sweep-runs.ts'
import { root } from './command.ts'

/** A folder with a finished sweep of 30 chunks, `whole`. */
export function storedRuns() {
  const runs = runsIn()
  const { folder, play } = runs
  const played = play(...small, '-o', 'whole', '-j', '1', '--json')
  const path = (...names: readonly string[]): string => join(folder, ...names)
  const chunk = (run: string, k: number): string =>
    path('runs', run, 'chunks', `${String(k).padStart(6, '0')}.chunk`)
  /** A copy of the finished run, to be spoilt. */
  const copied = (name: string): string => {
    mkdirSync(path('runs', name, 'chunks'), { recursive: true })
    for (const part of ['', 'chunks'])
      for (const entry of readdirSync(path('runs/whole', part), { withFileTypes: true }))
        if (entry.isFile())
          copyFileSync(path('runs/whole', part, entry.name), path('runs', name, part, entry.name))
    return name
  }
  const bash = (line: string) => {
    const bin = join(root, 'node_modules/.bin')
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` }
    const options = { cwd: folder, encoding: 'utf8', env } as const
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], options)
    return { code: status, out: stdout, err: stderr }
  }
  return { ...runs, played, table: tableOf(played.out), path, chunk, copied, bash }
}

/** Rows of CSV by their names. */
export function objects(csv: string): Record<string, string>[] {
  const [head, ...rows] = parseCsv(csv)
  return rows.map((row) => Object.fromEntries(row.map((value, k) => [head![k]!, value])))
}
