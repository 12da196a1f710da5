import { PluginError, visible, type Result } from '@ganglion/core'
import { contained, playPlan, prepare, unwatched, type PlanSummary, type Printed } from 'ganglion'
import { exitCode } from './exit-code.ts'
import { formatOf } from './format.ts'
import { DocumentOutput } from './format-document.ts'
import { onInterrupt } from './interrupt.ts'
import { limitsOf } from './limits-of.ts'
import { Output } from './output.ts'
import { pluginsOf } from './plugins-of.ts'
import { printFailure, printRun } from './print-run.ts'
import type { Recorder } from './record-run.ts'
import type { RunFlags } from './run-flags.ts'

/** Plays a target and prints what happens; resolves to the exit code. */
export async function play(target: string, given: RunFlags): Promise<number> {
  const plugins = await pluginsOf(target, given)
  const flags = { ...given, plugins }
  const format = formatOf(flags)
  const json = format !== 'plain'
  const foreign = plugins.length > 0
  const output = format === 'json' ? new DocumentOutput() : new Output()
  const playIt = foreign ? playForeign : playOwn
  const { result, interrupted } = await playIt(target, flags, output, json)
  if (result.error && json) process.stderr.write(`ganglion: ${result.error.message}\n`)
  if (!json && process.stderr.isTTY) await tellOfSweep(target)
  return interrupted ?? (result.error ? exitCode.failed : exitCode.ok)
}

/** To somebody who looks on: a sweep is more than this. */
async function tellOfSweep(target: string): Promise<void> {
  const text = await (await import('./one-of-many.ts')).oneOfMany(target)
  if (text !== null) process.stderr.write(`ganglion: ${visible(text)}\n`)
}

/** What stores the game, null without `--out`. */
async function recorderOf(
  target: string,
  flags: RunFlags,
  plan: PlanSummary,
): Promise<Recorder | null> {
  if (flags.out === undefined) return null
  return (await import('./record-run.ts')).record(flags.out, target, flags, plan)
}

interface Played {
  readonly result: Result
  readonly interrupted: number | null
}

async function playOwn(
  target: string,
  flags: RunFlags,
  output: Output,
  json: boolean,
): Promise<Played> {
  const plan = await prepare(target, flags)
  const recorder = await recorderOf(target, flags, plan)
  const live = playPlan(plan, flags)
  const interrupted = onInterrupt(() => live.controls.stop())
  recorder?.watch(live, () => live.controls.stop())
  const told = { ...plan, unwatched: unwatched(plan) }
  const result = await printRun(live, told, output, { ...flags, json })
  await recorder?.end(result, interrupted() !== null)
  return { result, interrupted: interrupted() }
}

/** Somebody's own plugins never enter this thread: they are loaded, planned with and played in one with limits. */
async function playForeign(
  target: string,
  flags: RunFlags,
  output: Output,
  json: boolean,
): Promise<Played> {
  const every =
    flags.out !== undefined ? (flags.every ?? 1) : json && flags.every ? flags.every : null
  const live = contained(target, { ...flags, ...limitsOf(flags), pace: null, every, held: true })
  const interrupted = onInterrupt(() => live.controls.stop())
  const plan = await live.plan.catch((error: unknown) => {
    if (error instanceof PluginError) return null
    throw error
  })
  const recorder =
    plan &&
    (await recorderOf(target, flags, plan).catch((error: unknown) => {
      // What is held keeps its thread.
      live.controls.stop()
      live.begin()
      throw error
    }))
  recorder?.watch(live, () => live.controls.stop())
  // What it tells arrives in a later turn, when everybody listens.
  if (plan) live.begin()
  const result = plan
    ? await printRun(live, plan, output, { ...flags, json })
    : await printFailure(await live.done, output, json)
  await recorder?.end(result, interrupted() !== null)
  showPrinted(live.printed())
  return { result, interrupted: interrupted() }
}

/** What plugins wrote to their console, on the error stream: results have the other to themselves. */
function showPrinted({ text, dropped }: Printed): void {
  if (text === '') return
  const shown = visible(text, { newlines: true, tabs: true })
  process.stderr.write(shown.endsWith('\n') ? shown : `${shown}\n`)
  if (dropped > 0)
    process.stderr.write(`ganglion: the plugins wrote ${dropped} bytes more, which were not kept\n`)
}
