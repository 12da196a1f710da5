import type { DashboardOptions, Feed } from '@ganglion/dashboard'
import { visible } from '@ganglion/core'
import { exitCode } from './exit-code.ts'
import { wantsColor } from './from-environment.ts'
import { limitsOf } from './limits-of.ts'
import { pluginsOf } from './plugins-of.ts'
import type { RunFlags } from './run-flags.ts'

/** How long a watched run takes by default, in seconds. */
const watchSeconds = 45

/**
 * Opens the dashboard on a run of its own; resolves when someone quits, to 1 if the run has failed. The process that plays
 * plans, and this one waits for it: what cannot be planned opens no dashboard. Throws as `prepare` does.
 */
export async function watch(target: string, given: RunFlags): Promise<number> {
  if (given.out !== undefined) throw await unstored()
  // Nobody reads them, but what contradicts itself is refused here too.
  if (given.format !== undefined) (await import('./format.ts')).formatOf(given)
  const flags = { ...given, plugins: await pluginsOf(target, given) }
  const color = wantsColor(flags.color, process.env, true)
  // Ink knows FORCE_COLOR only, and reads it once, when it is loaded.
  if (!color) process.env['FORCE_COLOR'] = '0'
  else if (flags.color === 'always') process.env['FORCE_COLOR'] = depth(process.env)
  const { loadDashboard, openDashboard } = await import('@ganglion/dashboard')
  const feed = await feedOf(target, flags)
  // Loaded meanwhile; it fails again where it is opened.
  loadDashboard().catch(() => undefined)
  const steps = await planned(feed)
  if (steps === null) {
    await feed.close()
    return refused(feed, target, flags)
  }
  const pace = flags.pace ?? steps / watchSeconds
  feed.send({ type: 'pace', stepsPerSecond: pace === Infinity ? null : pace })
  feed.send({ type: 'resume' })
  await openDashboard(feed, { title: target, steps, color, ...looks(flags) })
  const error = feed.view().ending?.error
  if (!error) return Number(process.exitCode ?? exitCode.ok)
  // The screen may have had no room for all of it.
  return failed(error)
}

async function feedOf(target: string, flags: RunFlags): Promise<Feed> {
  const { workerFeed } = await import('@ganglion/dashboard')
  const { set = [], seed, steps, plugins = [] } = flags
  return workerFeed(target, {
    set: [...set, ...(steps === undefined ? [] : [`steps=${steps}`])],
    ...(seed === undefined ? {} : { seed }),
    plugins: [...plugins],
    // Until its pace is known, which hangs on the number of its steps.
    paused: true,
    ...limitsOf(flags),
  })
}

/** The number of steps, as soon as the engine has planned them; null where it cannot. */
function planned({ view, subscribe }: Feed): Promise<number | null> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { steps, problem, ending } = view()
      if (problem === null && ending === null && steps === null) return
      leave()
      resolve(problem === null && ending?.error == null ? steps : null)
    }
    const leave = subscribe(look)
    look()
  })
}

/** Says why there is nothing to watch. Planned here once more, mistakes are told one by one and with what to exit. */
async function refused(feed: Feed, target: string, flags: RunFlags): Promise<number> {
  const { problem, ending } = feed.view()
  if (problem === null) return failed(ending?.error ?? 'the engine did not begin')
  const { containedPlan, prepare } = await import('ganglion')
  if (flags.plugins?.length) await containedPlan(target, { ...flags, ...limitsOf(flags) })
  else await prepare(target, flags)
  return failed(problem)
}

function failed(error: string): number {
  process.stderr.write(`ganglion: ${visible(error, { newlines: true, tabs: true })}\n`)
  return exitCode.failed
}

async function unstored(): Promise<Error> {
  const { ConfigError } = await import('ganglion')
  const message = 'a game on the dashboard is not stored: leave --live or --out out'
  return new ConfigError([{ path: '--out', message }])
}

/** How the dashboard looks, where it was told. */
function looks({
  theme,
  ascii,
  screenReader,
}: RunFlags): Omit<DashboardOptions, 'title' | 'steps' | 'color'> {
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(ascii === undefined ? {} : { ascii }),
    ...(screenReader === undefined ? {} : { screenReader }),
    onQuit: () => undefined,
  }
}

/** How many colours the terminal says that it has, in Ink's words: 1 sixteen, 2 two hundred and fifty-six, 3 all. */
function depth({ COLORTERM = '', TERM = '' }: NodeJS.ProcessEnv): string {
  if (/truecolor|24bit/.test(COLORTERM)) return '3'
  return TERM.includes('256') ? '2' : '1'
}
