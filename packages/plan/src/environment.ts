/** Settings that may come from the environment: `GANGLION_SEED` is `--set seed=...`. */
const names = ['seed', 'steps', 'members']

/** Overrides that the environment gives, weaker than any flag: lay them first. Empty variables count as unset. */
export function environmentOverrides(env: Readonly<Record<string, string | undefined>>): string[] {
  return names.flatMap((name) => {
    const value = env[`GANGLION_${name.toUpperCase()}`]
    return value ? [`${name}=${value}`] : []
  })
}
