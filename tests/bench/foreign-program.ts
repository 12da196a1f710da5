import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (name: string): string => fileURLToPath(new URL(`./rivals/${name}`, import.meta.url))
const programs = new Map<string, string | null>()
let folder: string | null = null

// One thread, as all others have, and nothing left in the tree.
const env = {
  ...process.env,
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  PYTHONDONTWRITEBYTECODE: '1',
}

/** What a program prints: ns a step and member; null where it cannot be run, or something that it needs is missing. */
function printed(program: string, args: readonly (string | number)[]): number | null {
  const { status, stdout } = spawnSync(program, args.map(String), { encoding: 'utf8', env })
  return status === 0 ? Number(stdout) : null
}

/** A source compiled on the spot, once for the same flags; null where there is no compiler, or none that knows the flags. */
function compiled(source: string, flags: readonly string[]): string | null {
  const key = [source, ...flags].join(' ')
  const known = programs.get(key)
  if (known !== undefined) return known
  folder ??= mkdtempSync(join(tmpdir(), 'ganglion-bench-'))
  const binary = join(folder, String(programs.size))
  const args = ['-O3', '-march=native', ...flags, '-o', binary, path(source)]
  const program = spawnSync('g++', args).status === 0 ? binary : null
  programs.set(key, program)
  return program
}

process.on('exit', () => folder && rmSync(folder, { recursive: true, force: true }))

/** ns a step and member of a C++ program of `rivals/`; null where it cannot be compiled or run. */
export function cpp(
  source: string,
  flags: readonly string[],
  ...args: (string | number)[]
): number | null {
  const program = compiled(source, flags)
  return program === null ? null : printed(program, args)
}

/** ns a step and member of a Python program of `rivals/`; null where Python or a package that it needs is missing. */
export function python(source: string, ...args: (string | number)[]): number | null {
  return printed('python3', [path(source), ...args])
}
