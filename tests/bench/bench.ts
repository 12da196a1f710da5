// Prints one page, everything measured in one run on one core: `npm run bench -- --help` says what can be asked of it.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { benchOptions, usage, type BenchOptions } from './bench-options.ts'
import { sections } from './sections.ts'

function heading(): string[] {
  const version = (program: string, ...args: string[]): string =>
    spawnSync(program, args, { encoding: 'utf8' }).stdout?.split('\n')[0]?.trim() || 'absent'
  const library = (name: string): string =>
    version('python3', '-c', `import ${name}; print(${name}.__version__)`)
  return [
    '# What a step costs',
    '',
    'Nanoseconds a step and member, and how many times that of `ganglion, exact`: the least of many short repeats, all in one',
    'run on one core. Rivals that a machine lacks are left out. `npm run bench -- --write` renews this page, `npm run bench --',
    '--only points` measures one section of it. Whole sweeps are set beside the kernels that they are made of, and two workers',
    'beside one, at the end.',
    '',
    `- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; Node ${process.version}, V8 ${process.versions.v8}`,
    `- ${version('g++', '--version')}; NumPy ${library('numpy')}; numba ${library('numba')}; torch ${library('torch')}`,
    '',
  ]
}

async function page({ only }: BenchOptions): Promise<string> {
  const begun = performance.now()
  const lines = heading()
  for (const [k, name] of only.entries()) {
    const tell = (line: string): void => {
      const seconds = Math.round((performance.now() - begun) / 1000)
      const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      process.stderr.write(`${clock} [${name}, ${k + 1} of ${only.length}] ${line}\n`)
    }
    tell(sections[name]!.about)
    lines.push(...(await sections[name]!.lines(tell)))
  }
  return lines.join('\n')
}

/** One core for all: whoever is measured last must not find a busier machine than who is first. Null where it is so already. */
function pinned(): number | null {
  if (process.env['GANGLION_PINNED'] || spawnSync('taskset', ['-V']).status !== 0) return null
  const script = fileURLToPath(import.meta.url)
  const args = ['-c', '0', process.execPath, script, ...process.argv.slice(2)]
  const env = { ...process.env, GANGLION_PINNED: '1' }
  return spawnSync('taskset', args, { stdio: 'inherit', env }).status ?? 1
}

async function bench(): Promise<number> {
  let options: BenchOptions
  try {
    options = benchOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n\n${usage}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(usage)
    return 0
  }
  const status = pinned()
  if (status !== null) return status
  const text = await page(options)
  process.stdout.write(text)
  if (options.write) writeFileSync(new URL('../../docs/bench.md', import.meta.url), text)
  return 0
}

process.exitCode = await bench()
