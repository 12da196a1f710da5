import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ConfigError, presets, type Config, type Registry } from '@ganglion/plan'
import { figureSvg, writeReport, type Figure, type Report } from '@ganglion/report'
import { readAnyManifest } from '@ganglion/store'
import { runNamed, runsFolder } from '@ganglion/sweep'
import { registryWith } from 'ganglion/prepare'
import { toJson } from './json-lines.ts'
import { Output } from './output.ts'
import { fileName } from './report-figures.ts'
import { claimsOf } from './report-claims.ts'
import type { ReportFlags } from './report-flags.ts'
import { playSingle, reportSingle, type PlayedSingle } from './report-single.ts'
import { playStored } from './report-stored.ts'
import { reportSweep, type SweepReport } from './report-sweep.ts'
import { exitCode } from './exit-code.ts'

/** Writes a page of runs, and their figures; resolves to the exit code. */
export async function report(named: readonly string[], flags: ReportFlags): Promise<number> {
  const registry = await registryWith()
  const sweeps: SweepReport[] = []
  const singles: PlayedSingle[] = []
  for (const name of named) {
    if (isTarget(name)) {
      singles.push(await played(name, registry))
      continue
    }
    const folder = join(runsFolder, await runNamed(runsFolder, name))
    const manifest = await readAnyManifest(folder)
    if (manifest.kind === 'run') singles.push(await playStored(folder, manifest, registry))
    else sweeps.push(await reportSweep(folder))
  }
  const runs = [...singles.map(reportSingle), ...sweeps.map(({ run }) => run)]
  const serving = singles.filter(({ asPreset = true }) => asPreset)
  const claims = await claimsOf({ sweeps, singles: serving }, registry)
  const title = runs.length === 1 ? runs[0]!.title : `Report of ${runs.length} runs`
  return deliver({ title, runs, claims }, flags)
}

/** A preset or a file, not the name of a run. */
const isTarget = (name: string): boolean => /[/\\]/.test(name) || /\.(jsonc?|m?[jt]s)$/.test(name)

async function played(target: string, registry: Registry): Promise<PlayedSingle> {
  const all = await presets(registry)
  const preset = Object.hasOwn(all, target) ? all[target]! : null
  if (preset && (preset.config as Config)['sweep'] !== undefined)
    throw new ConfigError([
      {
        path: target,
        message: `it is played over many cells: run \`ganglion sweep ${target}\` first, then \`ganglion report latest\``,
      },
    ])
  return playSingle(target, preset?.title ?? basename(target))
}

/** Writes the page of a report where the flags say, and its figures. Resolves to the exit code. */
export async function deliver(told: Report, flags: ReportFlags): Promise<number> {
  const page = await writeReport(told)
  const figures = told.runs.flatMap((run) => run.figures)
  const output = new Output()
  const file = flags.out ?? placeOf(told)
  if (file !== '-') await write(file, page)
  if (flags.svg !== undefined) await writeFigures(flags.svg, figures)
  if (file === '-') await output.line(page.trimEnd())
  else
    await output.line(
      flags.json
        ? toJson({
            v: 1,
            type: 'report.written',
            file,
            figures: figures.map(({ name }) => name),
            claims: told.claims.map(({ name, holds }) => ({ name, holds })),
          })
        : file,
    )
  await output.flush()
  return exitCode.ok
}

/** In the folder of the only run, if it has one, else here. */
function placeOf({ runs }: Report): string {
  const [first, more] = runs
  return first && !more && !isTarget(first.name)
    ? join(runsFolder, first.name, 'report.html')
    : 'report.html'
}

async function writeFigures(folder: string, figures: readonly Figure[]): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) =>
    refuse('--svg', folder, error),
  )
  for (const figure of figures)
    await write(join(folder, `${fileName(figure.name)}.svg`), figureSvg(figure))
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: NodeJS.ErrnoException) => refuse('--out', path, error))
}

function refuse(flag: string, path: string, { code }: NodeJS.ErrnoException): never {
  const reason =
    code === 'ENOENT' ? 'its folder does not exist' : `it cannot be written (${code ?? 'unknown'})`
  throw new ConfigError([{ path: flag, message: `${path}: ${reason}` }])
}
