import { visible } from '@ganglion/core'
import type { Limits } from '@ganglion/host'
import { pluginFile } from '@ganglion/plan'
import { exitCode } from './exit-code.ts'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'
import { tryPlugin, type TriedCase } from './plugin-trial.ts'

/** How the suite is run. */
export interface TestFlags {
  readonly json?: boolean
  /** Seconds that a case may take. */
  readonly deadline?: number
  /** Megabytes of heap. */
  readonly memory?: number
}

/** Runs the conformance suite of the plugins at a path; prints a line a case and a summary a plugin. */
export async function testPlugin(
  path: string,
  { json = false, deadline = 10, memory = 1024 }: TestFlags,
): Promise<number> {
  pluginFile(path)
  const output = new Output()
  const limits: Limits = { deadlineMs: deadline * 1000, memoryMb: memory }
  const tried = await tryPlugin(path, limits, {
    tried: (one) => {
      if (json || !one.notRun) void output.line(json ? caseLine(one) : caseText(one))
    },
    printed: (text) => void process.stderr.write(visible(text, { newlines: true, tabs: true })),
  })
  for (const [name, cases] of Map.groupBy(tried, ({ kind, plugin }) => `${kind} ${plugin}`)) {
    const passed = cases.filter(({ error }) => error === undefined).length
    const notRun = cases.filter((one) => one.notRun).length
    const failed = cases.length - passed - notRun
    const { plugin, kind } = cases[0]!
    const summary = { v: 1, type: 'plugin.tested', plugin, kind, passed, failed, notRun }
    await output.line(json ? toJson(summary) : `${name}: ${counts(passed, failed, notRun)}`)
  }
  await output.flush()
  return tried.some(({ error }) => error !== undefined) ? exitCode.failed : exitCode.ok
}

function counts(passed: number, failed: number, notRun: number): string {
  const told = `${passed} passed, ${failed} failed`
  if (notRun === 0) return told
  return `${told}, ${notRun} not run because of what failed`
}

function caseLine({ plugin, name, error, notRun, durationMs }: TriedCase): string {
  const passed = error === undefined
  const told = error === undefined ? {} : { error }
  const skipped = notRun ? { notRun } : {}
  return toJson({ v: 1, type: 'case', plugin, name, passed, ...told, ...skipped, durationMs })
}

function caseText({ name, error }: TriedCase): string {
  if (error === undefined) return `✓ ${visible(name)}`
  const reason = visible(error, { newlines: true }).replaceAll('\n', '\n  ')
  return `✗ ${visible(name)}\n  ${reason}`
}
