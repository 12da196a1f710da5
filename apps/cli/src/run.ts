import type { RunFlags } from './run-flags.ts'

/** Plays a target, on the dashboard or in words; resolves to the exit code. */
export async function run(target: string, flags: RunFlags): Promise<number> {
  // What is only played needs no dashboard, and the engine of a dashboard has a process of its own: neither waits for the other.
  if (flags.live && watchable()) return (await import('./show-dashboard.ts')).watch(target, flags)
  return (await import('./play.ts')).play(target, flags)
}

/** A terminal that can show a dashboard. */
function watchable(): boolean {
  const { CI, TERM } = process.env
  return Boolean(process.stdout.isTTY && process.stdin.isTTY) && !CI && TERM !== 'dumb'
}
