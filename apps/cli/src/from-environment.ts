/** Settings that may come from the environment: `GANGLION_SEED=7` is `--set seed=7`. */
const names = ['seed', 'steps', 'members']

type Environment = Readonly<Record<string, string | undefined>>

/** Overrides that the environment gives, weaker than any flag: lay them first. Empty variables count as unset. */
export function fromEnvironment(env: Environment): string[] {
  return Object.values(variables(env))
}

/** A variable that is no number: it is told by its own name, for nobody wrote the path that it sets. */
class WrongVariable extends Error {
  // What a user wrote is wrong, as in a configuration; the class of those would load all of the plan.
  override readonly name = 'ConfigError'

  constructor(variable: string, value: string) {
    super(`environment: ${variable}: expected a whole number from 0, got ${JSON.stringify(value)}`)
  }
}

/** The overrides that the environment gives, by the name of the variable. Throws a ConfigError for what is no number. */
export function variables(env: Environment): Record<string, string> {
  const set = names.flatMap((name) => {
    const variable = `GANGLION_${name.toUpperCase()}`
    const value = env[variable]
    if (value && !/^\d+$/.test(value)) throw new WrongVariable(variable, value)
    return value ? [[variable, `${name}=${value}`]] : []
  })
  return Object.fromEntries(set) as Record<string, string>
}

/** What `--color` may say. */
export const colorChoices = ['auto', 'always', 'never'] as const

/** One of them. */
export type ColorChoice = (typeof colorChoices)[number]

/** Whether to use colour: the flag decides, then NO_COLOR, FORCE_COLOR, TERM=dumb and CI, then whether it is a terminal. */
export function wantsColor(
  choice: ColorChoice | undefined,
  { NO_COLOR, FORCE_COLOR, TERM, CI }: Environment,
  terminal: boolean,
): boolean {
  if (choice === 'always' || choice === 'never') return choice === 'always'
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return terminal && TERM !== 'dumb' && !CI
}
