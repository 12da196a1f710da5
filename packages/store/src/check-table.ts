import { readFile } from 'node:fs/promises'
import type { Finished, Manifest, SweepOutline } from '@ganglion/sweep'
import type { Check } from './check.ts'
import { finishedTextOf } from './finished-file.ts'
import { finishedPath } from './finished-path.ts'
import { outlinePath, outlineText } from './outline-file.ts'

/** Table, summary and manifest against what was stored when the run was finished. */
export async function checkTable(folder: string, finished: Finished): Promise<Check> {
  const path = finishedPath(folder)
  const stored = await readFile(path, 'utf8').catch(() => null)
  const { table } = finished
  if (stored === null)
    return {
      check: 'table',
      result: 'note',
      text: `the table has ${table}; no other is stored to compare it with (ganglion resume stores it)`,
      detail: { table },
    }
  if (stored === (await finishedTextOf(folder, finished)))
    return {
      check: 'table',
      result: 'ok',
      text: `the table has ${table}, and gives the stored summary`,
      detail: { table },
    }
  return {
    check: 'table',
    result: 'unlike',
    text: `${path} tells another table, summary, taint or manifest than there is: the table has ${table}`,
    detail: { file: path, table },
  }
}

/** The manifest and the stored outline against what this program plans of the configuration. */
export async function checkPlan(
  folder: string,
  manifest: Manifest,
  planned: SweepOutline,
): Promise<Check> {
  const { hash, seed, members, chunks } = planned
  const detail = { planHash: hash, seed, members, chunks: chunks.length }
  const unlike = (text: string): Check => ({ check: 'plan', result: 'unlike', text, detail })
  for (const name of ['seed', 'members', 'chunks'] as const)
    if (manifest[name] !== detail[name])
      return unlike(
        `manifest.json says ${name} ${manifest[name]}, its configuration ${detail[name]}`,
      )
  const path = outlinePath(folder)
  const stored = await readFile(path, 'utf8').catch(() => null)
  if (stored !== null && stored !== outlineText(planned))
    return unlike(`${path} tells another sweep than the manifest: ganglion resume writes it again`)
  return {
    check: 'plan',
    result: 'ok',
    text: `the configuration plans ${hash}, seed ${seed}`,
    detail,
  }
}
