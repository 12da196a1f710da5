/** One mistake in what a user wrote. */
export interface Problem {
  /** Where, e.g. `generator.means`. */
  readonly path: string
  /** Line in the config file, from 1. */
  readonly line?: number
  readonly message: string
}

/** Everything that is wrong with a configuration, found before any work. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], source = 'configuration') {
    super(
      problems
        .map((p) => `${source}${p.line === undefined ? '' : `:${p.line}`}: ${p.path}: ${p.message}`)
        .join('\n'),
    )
    this.problems = problems
  }
}

/** A target that cannot be read: exit code 4 of the command. */
export class MissingInputError extends Error {
  override readonly name = 'MissingInputError'
}
