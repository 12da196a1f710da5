import { describeOption, isChoice, type Plan } from '@ganglion/core'

/**
 * Refuses a value outside the closed range that the plugin declares for the option at a path (`dynamics.generatorRate`), in
 * the words in which a configuration is refused. Throws a RangeError. Paths without a declared range take any value.
 */
export function requireInBounds(
  plan: Pick<Plan, 'dynamics' | 'generator' | 'discriminator'>,
  path: string,
  value: number,
): void {
  const [role, name] = [path.slice(0, path.indexOf('.')), path.slice(path.indexOf('.') + 1)]
  if (role !== 'dynamics' && role !== 'generator' && role !== 'discriminator') return
  const option = plan[role].plugin.options?.[name]
  if (option === undefined || isChoice(option)) return
  const { min, max } = describeOption(option) as Exclude<
    ReturnType<typeof describeOption>,
    { choices: unknown }
  >
  if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return
  throw new RangeError(`${path}: expected ${bounds(min, max)}, got ${value}`)
}

function bounds(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `a value of at most ${max}`
  return max === undefined ? `a value of at least ${min}` : `a value between ${min} and ${max}`
}
