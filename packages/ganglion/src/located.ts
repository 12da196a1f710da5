import { ConfigError, type Config, type ConfigFile, type Problem } from '@ganglion/plan'

/** A configuration that is laid over the target, and what a person wrote to lay it there: `--set steps=9`. */
export interface Laid {
  readonly config: Config
  readonly written: (path: string) => string
}

/** Mistakes with their places: what was laid over the target is named itself, all else is found in a line of the file. */
export function located(
  problems: readonly Problem[],
  laid: readonly Laid[],
  lineOf: ConfigFile['lineOf'],
  name?: string,
): ConfigError {
  const placed = problems.map((problem) => {
    const over = laid.findLast(({ config }) => says(config, problem.path))
    if (over) return { ...problem, origin: over.written(problem.path) }
    const line = name === undefined ? undefined : lineOf(problem.path)
    return line === undefined ? problem : { ...problem, line }
  })
  // From the top of the file down; what stands in no line comes last.
  const lineOr = (line: number | undefined): number => line ?? Infinity
  const sorted = placed.toSorted((a, b) => lineOr(a.line) - lineOr(b.line) || 0)
  return new ConfigError(sorted, name)
}

/** Whether a configuration gives the value at a path, or a whole that the path leads into. */
function says(config: Config, path: string): boolean {
  let inner: unknown = config
  for (const key of path.replace(/\[.*$/, '').split('.')) {
    if (!isRecord(inner)) return inner !== undefined
    if (!Object.hasOwn(inner, key)) return false
    inner = inner[key]
  }
  // A record holds some keys of a section; whatever is wrong with the section as a whole is told where it stands.
  return !isRecord(inner)
}

const isRecord = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
