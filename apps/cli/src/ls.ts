import { visible } from '@ganglion/core'
import { listRuns, type ListedRun } from '@ganglion/store'
import { runsFolder } from '@ganglion/sweep'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'

/** Prints the runs in `runs/`. */
export async function listStored(json: boolean): Promise<number> {
  const runs = await listRuns(runsFolder)
  const output = new Output()
  if (json) for (const run of runs) await output.line(jsonLine(run))
  else if (runs.length > 0) for (const line of aligned(runs)) await output.line(line)
  else
    process.stderr.write(
      `ganglion: there is no run in ${runsFolder} yet: begin one with \`ganglion sweep\`\n`,
    )
  await output.flush()
  return 0
}

function jsonLine({
  name,
  latest,
  manifest,
  state,
  whole,
  of,
  begunMs,
  ...run
}: ListedRun): string {
  const { writer, problem, taints } = run
  return toJson({
    v: 1,
    type: 'run',
    run: name,
    latest,
    state,
    kind: manifest?.kind ?? null,
    ...(of === 0 ? {} : { chunks: { whole, of } }),
    ...(taints.length === 0 ? {} : { tainted: taints }),
    target: manifest?.target ?? null,
    members: manifest?.members ?? null,
    seed: manifest?.seed ?? null,
    planHash: manifest?.hash ?? null,
    begun: new Date(begunMs).toISOString(),
    ...(writer ? { writer } : {}),
    ...(problem === undefined ? {} : { problem }),
  })
}

const head = ['name', 'target', 'state', 'members', 'seed', 'begun', '']

function aligned(runs: readonly ListedRun[]): string[] {
  const rows = [head, ...runs.map(rowOf)]
  const widths = head.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)))
  const right = new Set(['members', 'seed'])
  return rows.map((row) =>
    row
      .map((text, k) => (right.has(head[k]!) ? text.padStart(widths[k]!) : text.padEnd(widths[k]!)))
      .join('  ')
      .trimEnd(),
  )
}

function rowOf(run: ListedRun): string[] {
  const { name, manifest, latest, begunMs } = run
  return [
    name,
    manifest ? visible(manifest.target) : '?',
    stateText(run),
    manifest ? String(manifest.members) : '?',
    manifest ? String(manifest.seed) : '?',
    localTime(new Date(begunMs)),
    latest ? 'latest' : '',
  ]
}

function stateText(run: ListedRun): string {
  const { state, taints } = run
  return taints.length > 0 && state !== 'tainted' ? `${wordOf(run)}, tainted` : wordOf(run)
}

function wordOf({ state, whole, of, writer }: ListedRun): string {
  if (state === 'finished' || state === 'tainted') return state
  if (state === 'writing')
    return `${of === 0 ? '' : `${whole} of ${of} chunks, `}being written by ${writer!.pid}`
  if (state === 'damaged') return state
  return of === 0 ? 'stopped' : `${whole} of ${of} chunks`
}

/** `2026-11-25 10:31`, where the reader is. */
function localTime(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
