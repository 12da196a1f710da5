/** One mistake in what a user wrote. */
export interface Problem {
  /** Where, e.g. `generator.means`. */
  readonly path: string
  /** Line in the config file, from 1. */
  readonly line?: number
  /** What says it where the config file does not, e.g. `--set steps=9`. */
  readonly origin?: string
  readonly message: string
}

/** One problem a place, the first: a NaN is also out of every range. */
export function firstOfEachPlace(problems: readonly Problem[]): Problem[] {
  const found = new Map<string, Problem>()
  for (const problem of problems) if (!found.has(problem.path)) found.set(problem.path, problem)
  return [...found.values()]
}

/** Everything that is wrong with a configuration, found before any work. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], source = 'configuration') {
    super(problems.map((p) => `${placeOf(p, source)}: ${p.path}: ${p.message}`).join('\n'))
    this.problems = problems
  }
}

function placeOf({ line, origin }: Problem, source: string): string {
  return origin ?? (line === undefined ? source : `${source}:${line}`)
}

/** A target that cannot be read: exit code 4 of the command. */
export class MissingInputError extends Error {
  override readonly name = 'MissingInputError'
}
