import type { Plan } from '@ganglion/core'
import { exitCode } from './exit-code.ts'
import type { RunFlags } from './run-flags.ts'

/** Opens the dashboard on a run in a thread of its own; resolves when someone quits. */
export async function showDashboard(
  target: string,
  { set, seed, steps, plugins, pace }: RunFlags,
  plan: Plan,
): Promise<number> {
  // Ink knows FORCE_COLOR only, and reads it once, when it is loaded.
  if (process.env['NO_COLOR']) process.env['FORCE_COLOR'] = '0'
  const { openDashboard, workerFeed } = await import('@ganglion/dashboard')
  const feed = workerFeed(target, {
    set: [...(set ?? []), ...(steps === undefined ? [] : [`steps=${steps}`])],
    ...(seed === undefined ? {} : { seed }),
    ...(plugins ? { plugins: [...plugins] } : {}),
    pace: pace ?? null,
  })
  await openDashboard(feed, {
    title: target,
    steps: plan.steps,
    color: !process.env['NO_COLOR'],
    onQuit: () => undefined,
  })
  return Number(process.exitCode ?? exitCode.ok)
}
