import { visible } from '@ganglion/core'
import type { PlanSummary } from 'ganglion'
import { exitCode } from './exit-code.ts'
import { wantsColor } from './from-environment.ts'
import { limitsOf } from './limits-of.ts'
import type { RunFlags } from './run-flags.ts'

/** Opens the dashboard on a run of its own; resolves when someone quits, to 1 if the run has failed. */
export async function showDashboard(
  target: string,
  flags: RunFlags,
  plan: PlanSummary,
): Promise<number> {
  const { set, seed, steps, plugins, pace, color: choice, theme, ascii, screenReader } = flags
  const color = wantsColor(choice, process.env, true)
  // Ink knows FORCE_COLOR only, and reads it once, when it is loaded.
  if (!color) process.env['FORCE_COLOR'] = '0'
  else if (choice === 'always') process.env['FORCE_COLOR'] = depth(process.env)
  const { openDashboard, workerFeed } = await import('@ganglion/dashboard')
  const feed = workerFeed(target, {
    set: [...(set ?? []), ...(steps === undefined ? [] : [`steps=${steps}`])],
    ...(seed === undefined ? {} : { seed }),
    ...(plugins ? { plugins: [...plugins] } : {}),
    pace: pace === undefined || pace === Infinity ? null : pace,
    ...limitsOf(flags),
  })
  await openDashboard(feed, {
    title: target,
    steps: plan.steps,
    color,
    ...(theme === undefined ? {} : { theme }),
    ...(ascii === undefined ? {} : { ascii }),
    ...(screenReader === undefined ? {} : { screenReader }),
    onQuit: () => undefined,
  })
  const error = feed.view().ending?.error
  if (error) {
    // The screen may have had no room for all of it.
    process.stderr.write(`ganglion: ${visible(error, { newlines: true, tabs: true })}\n`)
    return exitCode.failed
  }
  return Number(process.exitCode ?? exitCode.ok)
}

/** How many colours the terminal says that it has, in Ink's words: 1 sixteen, 2 two hundred and fifty-six, 3 all. */
function depth({ COLORTERM = '', TERM = '' }: NodeJS.ProcessEnv): string {
  if (/truecolor|24bit/.test(COLORTERM)) return '3'
  return TERM.includes('256') ? '2' : '1'
}
