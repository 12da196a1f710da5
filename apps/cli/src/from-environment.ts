/** Settings that may come from the environment: `GANGLION_SEED=7` is `--set seed=7`. */
const names = ['seed', 'steps', 'members']

/** Overrides that the environment gives, weaker than any flag: lay them first. Empty variables count as unset. */
export function fromEnvironment(env: Readonly<Record<string, string | undefined>>): string[] {
  return names.flatMap((name) => {
    const value = env[`GANGLION_${name.toUpperCase()}`]
    return value ? [`${name}=${value}`] : []
  })
}
