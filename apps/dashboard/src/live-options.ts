import { isChoice, isRate, type Options, type Plan } from '@ganglion/core'

/**
 * The numeric options of a plan that may change while the game runs, by the paths that `controls.set` takes: rates of the
 * dynamics, numbers of the two players.
 */
export function liveOptions({ dynamics, generator, discriminator }: Plan): Record<string, number> {
  const rates = Object.keys(dynamics.options).filter((n) => isRate(n, dynamics.plugin.options))
  return {
    ...named('dynamics', rates, dynamics.options),
    ...named('generator', numbersOf(generator.plugin.options), generator.options),
    ...named('discriminator', numbersOf(discriminator.plugin.options), discriminator.options),
  }
}

function numbersOf(declared: Options = {}): string[] {
  return Object.keys(declared).filter((name) => !isChoice(declared[name]!))
}

function named(
  prefix: string,
  names: readonly string[],
  chosen: Readonly<Record<string, number | string>>,
): Record<string, number> {
  return Object.fromEntries(names.map((name) => [`${prefix}.${name}`, Number(chosen[name])]))
}
