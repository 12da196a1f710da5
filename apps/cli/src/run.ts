import type { Plan } from '@ganglion/core'
import { experiment, prepare } from 'ganglion'
import { exitCode } from './exit-code.ts'
import { formatOf } from './format.ts'
import { DocumentOutput } from './format-document.ts'
import { onInterrupt } from './interrupt.ts'
import { Output } from './output.ts'
import { printRun } from './print-run.ts'
import type { RunFlags } from './run-flags.ts'

/** Plays a target and prints what happens; resolves to the exit code. */
export async function run(target: string, flags: RunFlags): Promise<number> {
  const format = formatOf(flags)
  const json = format !== 'plain'
  const plan = await prepare(target, flags)
  if (flags.live && watchable()) return watch(target, flags, plan)
  const output = format === 'json' ? new DocumentOutput() : new Output()
  const live = experiment(target, flags)
  const interrupted = onInterrupt(() => live.controls.stop())
  const result = await printRun(live, plan, output, { ...flags, json })
  if (result.error && json) process.stderr.write(`ganglion: ${result.error.message}\n`)
  return interrupted() ?? (result.error ? exitCode.failed : exitCode.ok)
}

/** A terminal that can show a dashboard. */
function watchable(): boolean {
  const { CI, TERM } = process.env
  return Boolean(process.stdout.isTTY && process.stdin.isTTY) && !CI && TERM !== 'dumb'
}

/** How long a watched run takes by default, in seconds. */
const watchSeconds = 45

async function watch(target: string, flags: RunFlags, plan: Plan): Promise<number> {
  const { showDashboard } = await import('./show-dashboard.ts')
  return showDashboard(target, { ...flags, pace: flags.pace ?? plan.steps / watchSeconds }, plan)
}
