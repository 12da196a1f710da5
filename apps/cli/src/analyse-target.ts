import { ConfigError, type Config } from '@ganglion/plan'
import { inspectRun, readAnyManifest, storedFolder } from '@ganglion/store'
import { runsFolder } from '@ganglion/sweep'
import { places } from './analyse-flags.ts'

/** A game that is to be analysed, and what is stored of it. */
export interface AnalyseTarget {
  readonly target: string | Config
  /** Plugins of somebody's own that a stored run was played with. */
  readonly plugins: readonly string[]
  readonly firstMember: number
  /** The last step that was played; null where nothing is stored. */
  readonly last: number | null
}

/** A preset or file as it is, or a stored run by its name. Throws a ConfigError for a sweep, a MissingInputError. */
export async function targetOf(game: string): Promise<AnalyseTarget> {
  if (/[/\\]/.test(game) || /\.(jsonc?|m?[jt]s)$/.test(game))
    return { target: game, plugins: [], firstMember: 0, last: null }
  const folder = await storedFolder(runsFolder, game)
  const manifest = await readAnyManifest(folder)
  if (manifest.kind !== 'run')
    throw refused(
      game,
      `it is a sweep of many games: analyse one of them, as in \`ganglion analyse ${manifest.target}\` with --set for its options and --first-member for its draws`,
    )
  const { config, plugins, firstMember } = manifest
  const { end } = await inspectRun(folder, 'lengths')
  return { target: config, plugins, firstMember, last: end?.steps ?? null }
}

/** What `--at` says, with the number that may follow it. Throws a ConfigError. */
export function placeOf(
  at: string,
  following: number | undefined,
): { readonly at: (typeof places)[number]; readonly step: number | null } {
  if (/^\d+$/.test(at) && following === undefined) return { at: 'step', step: Number(at) }
  const place = places.find((one) => one === at)
  if (place) return { at: place, step: following ?? null }
  throw refused(
    '--at',
    `expected step, step N, N, equilibrium or equilibrium N (a search that begins at step N), got ${at}`,
  )
}

const refused = (path: string, message: string): ConfigError => new ConfigError([{ path, message }])
