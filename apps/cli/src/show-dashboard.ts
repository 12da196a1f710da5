import type { PlanSummary } from 'ganglion'
import { exitCode } from './exit-code.ts'
import { wantsColor } from './from-environment.ts'
import { limitsOf } from './limits-of.ts'
import type { RunFlags } from './run-flags.ts'

/** Opens the dashboard on a run in a thread of its own; resolves when someone quits. */
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
    pace: pace ?? null,
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
  return Number(process.exitCode ?? exitCode.ok)
}

/** How many colours the terminal says that it has, in Ink's words: 1 sixteen, 2 two hundred and fifty-six, 3 all. */
function depth({ COLORTERM = '', TERM = '' }: NodeJS.ProcessEnv): string {
  if (/truecolor|24bit/.test(COLORTERM)) return '3'
  return TERM.includes('256') ? '2' : '1'
}
