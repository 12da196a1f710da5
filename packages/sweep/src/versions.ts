/** What computes: versions of Ganglion, Node and V8, and the processor's architecture. */
export type Versions = Readonly<Record<string, string>>

/** Another program than before went on with a run. */
export interface Resumption {
  /** How many lines the ledger had then: the chunks of those after it are computed by these versions. */
  readonly committed: number
  readonly versions: Versions
}

/** A run, and who computed it: `versions` from its begin, and those that went on with it. */
export interface Computed {
  readonly versions: Versions
  /** In the order of time; absent where the same versions computed all of it. */
  readonly resumed?: readonly Resumption[]
}

/** The versions of this process, under this version of Ganglion. */
export function runningVersions(ganglion: string): Versions {
  const { node, v8 } = process.versions
  return { ganglion, node, v8, arch: process.arch }
}

/** All versions that computed a run, each with its first line of the ledger. */
function sittings({ versions, resumed = [] }: Computed): readonly Resumption[] {
  return [{ committed: 0, versions }, ...resumed]
}

/** The run with a note of who goes on with it after so many chunks; itself where that is who computed the last ones. */
export function resumedBy<T extends Computed>(run: T, versions: Versions, committed: number): T {
  const before = sittings(run).at(-1)!.versions
  const names = new Set([...Object.keys(before), ...Object.keys(versions)])
  if ([...names].every((name) => before[name] === versions[name])) return run
  // Who computed nothing is not named.
  const others = (run.resumed ?? []).filter((sitting) => sitting.committed < committed)
  return { ...run, resumed: [...others, { committed, versions }] }
}

/** A word for each version: one where all sittings agree, else all of them with the ledger's lines that are theirs. */
export function toldVersions(run: Computed): Versions {
  const all = sittings(run)
  const names = [...new Set(all.flatMap(({ versions }) => Object.keys(versions)))]
  const told = (name: string): string => {
    const words = all.flatMap(({ committed, versions }, k) => {
      const version = versions[name] ?? 'unknown'
      if (k > 0 && version === (all[k - 1]!.versions[name] ?? 'unknown')) return []
      return [k === 0 ? version : `${version} after ${committed} chunks`]
    })
    return words.join(', ')
  }
  return Object.fromEntries(names.map((name) => [name, told(name)]))
}
