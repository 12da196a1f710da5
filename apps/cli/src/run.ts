import type { Plan, Result } from '@ganglion/core'
import { experiment, prepare } from 'ganglion'
import { exitCode } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { eventLine, finishedLine, frameLine, startedLine } from './json-lines.ts'
import { Output } from './output.ts'
import { eventText, finishedText, startedText } from './plain-lines.ts'
import type { RunFlags } from './run-flags.ts'
import { version } from './version.ts'

/** Plays a target and prints what happens; resolves to the exit code. */
export async function run(target: string, flags: RunFlags): Promise<number> {
  const plan = await prepare(target, flags)
  if (flags.live && watchable()) return watch(target, flags, plan)
  const output = new Output()
  const live = experiment(target, flags)
  const interrupted = onInterrupt(() => live.controls.stop())
  const started = performance.now()
  const lines = printer(output, plan, flags)
  const frames = live.frames$.subscribe({ next: lines.frame, error: () => undefined })
  live.events$.subscribe({ next: lines.event, error: () => undefined })
  const result = await live.done
  frames.unsubscribe()
  await lines.finished(result, performance.now() - started)
  await output.flush()
  if (result.error && flags.json) process.stderr.write(`ganglion: ${result.error.message}\n`)
  return interrupted() ?? (result.error ? exitCode.failed : exitCode.ok)
}

/** A terminal that can show a dashboard. */
function watchable(): boolean {
  const { CI, TERM } = process.env
  return Boolean(process.stdout.isTTY && process.stdin.isTTY) && !CI && TERM !== 'dumb'
}

function printer(output: Output, plan: Plan, { json, every }: RunFlags) {
  const id = plan.hash.slice(0, 12)
  let last: Promise<void> = output.line(json ? startedLine(plan, id, version()) : startedText(plan))
  const print = (text: string): void => {
    last = output.line(text)
  }
  return {
    event: (event: Parameters<typeof eventLine>[0]) =>
      print(json ? eventLine(event, id) : eventText(event)),
    frame: (frame: Parameters<typeof frameLine>[0]) => {
      if (json && every && frame.step % every === 0) print(frameLine(frame, id))
    },
    finished: async (result: Result, wallMs: number) => {
      await last
      await output.line(json ? finishedLine(result, id, wallMs) : finishedText(result))
    },
  }
}

/** How long a watched run takes by default, in seconds. */
const watchSeconds = 45

async function watch(target: string, flags: RunFlags, plan: Plan): Promise<number> {
  const { showDashboard } = await import('./show-dashboard.ts')
  return showDashboard(target, { ...flags, pace: flags.pace ?? plan.steps / watchSeconds }, plan)
}
