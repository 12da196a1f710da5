import { ConfigError } from '@ganglion/plan'
import type { Rows } from '@ganglion/store'
import { exitCode } from './exit-code.ts'
import type { ExportFlags } from './export-flags.ts'
import { sourceOf, type ExportSource } from './export-source.ts'
import { print, write, type Format } from './export-write.ts'
import { onInterrupt } from './interrupt.ts'

/** Writes the table of a run; resolves to the exit code. */
export async function exportRun(named: string, flags: ExportFlags): Promise<number> {
  const wanted = wantedOf(flags)
  const source = await sourceOf(named)
  if (!mayExport(source, flags)) return exitCode.failed
  const stop = { asked: false }
  const interrupted = onInterrupt(() => (stop.asked = true))
  for (const [format, path] of wanted) {
    const { fields, batches } = await source.rows(flags.members ?? false)
    const rows: Rows = { fields, batches: until(stop, batches) }
    try {
      if (path === '-') await print(format, rows)
      else await write(format, path, rows, source.metadata, flags.force ?? false)
    } catch (error) {
      if (error instanceof Stopped) break
      return unwritten(path, error)
    }
  }
  return interrupted() ?? exitCode.ok
}

/** A pipe whose reader has gone ends quietly; a disk that is full with a sentence. */
function unwritten(path: string, error: unknown): number {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== 'write') throw error
  if (code === 'EPIPE') return exitCode.ok
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : code
  process.stderr.write(`ganglion: ${path} cannot be written: ${why}. Nothing is left of it.\n`)
  return exitCode.failed
}

/** Says what a run lacks, and what is known against it. */
function mayExport(
  { problem, taint, there }: ExportSource,
  { partial = false }: ExportFlags,
): boolean {
  if (taint !== null) process.stderr.write(`ganglion: ${taint}\n`)
  if (!problem) return true
  const next = partial
    ? `exporting ${there}`
    : `${problem.mend}, or export what is there with --partial`
  process.stderr.write(`ganglion: ${problem.text}\nganglion: ${next}\n`)
  return partial
}

/** What to write, and where to. Throws a ConfigError. */
function wantedOf({ csv, json, parquet }: ExportFlags): [Format, string][] {
  const named = Object.entries({ csv, json, parquet }) as [Format, string | undefined][]
  const wanted = named.filter((one): one is [Format, string] => one[1] !== undefined)
  const paths = wanted.map(([, path]) => path)
  const twice = paths.find((path, k) => paths.indexOf(path) < k)
  if (wanted.length === 0)
    throw refused('export', 'say what to write: --csv FILE, --json FILE or --parquet FILE')
  if (parquet === '-') throw refused('--parquet', 'Parquet is not printed: name a file')
  if (twice === '-')
    throw refused('export', 'only one of --csv and --json can be printed: name a file for one')
  if (twice !== undefined)
    throw refused('export', `${twice} cannot hold two formats: name another file for one`)
  return wanted
}

const refused = (path: string, message: string): ConfigError => new ConfigError([{ path, message }])

/** Ctrl-C: no file is left that looks whole. */
class Stopped extends Error {}

async function* until<T>(stop: { asked: boolean }, all: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const one of all) {
    if (stop.asked) throw new Stopped()
    yield one
  }
}
