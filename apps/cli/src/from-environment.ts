/** Settings that may come from the environment: `GANGLION_SEED=7` is `--set seed=7`. */
const names = ['seed', 'steps', 'members']

type Environment = Readonly<Record<string, string | undefined>>

/** Overrides that the environment gives, weaker than any flag: lay them first. Empty variables count as unset. */
export function fromEnvironment(env: Environment): string[] {
  return Object.values(variables(env))
}

/** The overrides that the environment gives, by the name of the variable. */
export function variables(env: Environment): Record<string, string> {
  const set = names.flatMap((name) => {
    const variable = `GANGLION_${name.toUpperCase()}`
    return env[variable] ? [[variable, `${name}=${env[variable]}`]] : []
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
