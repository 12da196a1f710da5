// Whoever starts this file without `bin/ganglion` sees the dashboard too.
import './jsx-hook.mjs'
import { enableCompileCache } from 'node:module'
import { CommanderError } from 'commander'
import { exitCode } from './exit-code.ts'
import { programOf } from './program.ts'

/** Somebody sits at a terminal that can draw. */
function interactive(): boolean {
  const { CI, TERM } = process.env
  return process.stdin.isTTY && process.stdout.isTTY && TERM !== 'dumb' && !CI
}

async function main(): Promise<void> {
  // Halves the time until the first word from the second start on.
  enableCompileCache()
  const exit = (code: number): void => {
    process.exitCode = code
  }
  // Help may be piped to a reader that leaves early; what a run prints has its own care.
  process.stdout.on(
    'error',
    ({ code }: NodeJS.ErrnoException) => code === 'EPIPE' && process.exit(),
  )
  const program = programOf(exit)
  try {
    if (process.argv.length > 2) await program.parseAsync()
    else if (interactive()) exit(await (await import('./picker.ts')).pick())
    else {
      program.outputHelp({ error: true })
      exit(exitCode.usage)
    }
  } catch (error) {
    if (error instanceof CommanderError)
      return exit(error.exitCode === 0 ? exitCode.ok : exitCode.usage)
    const { complaint } = await import('./complaint.ts')
    const { visible } = await import('@ganglion/core')
    const { text, code } = complaint(error)
    const shown = visible(text, { newlines: true, tabs: true })
    process.stderr.write(`${shown.replace(/^/gm, 'ganglion: ')}\n`)
    exit(code)
  }
}

await main()
