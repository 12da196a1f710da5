import { InvalidArgumentError, Option, type Command } from 'commander'

// A flag that may be given several times is gathered.
const collect = (value: string, previous: readonly string[]): string[] => [...previous, value]

/** A whole number from 0. */
export function whole(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('expected a whole number from 0.')
  return value
}

/** A whole number from 1. */
export function counting(text: string): number {
  if (whole(text) < 1) throw new InvalidArgumentError('expected a whole number from 1.')
  return Number(text)
}

/** A number above 0. */
export function positive(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('expected a number above 0.')
  return value
}

/** Steps a second: a number above 0, or `max` for as many as there can be. */
export const paced = (text: string): number => (text === 'max' ? Infinity : positive(text))

/** `--plugin`, of every command that knows plugins. */
export function withPlugins(command: Command): Command {
  return command.addOption(
    repeatable('--plugin <path>', 'a plugin of your own: a file or a folder (repeatable)'),
  )
}

const repeatable = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collect).default([], 'none')

/** What lays settings over a target. */
export function withOverrides(command: Command): Command {
  return withPlugins(
    command
      .addOption(
        repeatable(
          '--set <path=value>',
          'override a setting, as generator.means=[-1,1.2] (repeatable)',
        ),
      )
      .option('--seed <n>', 'seed of all random numbers (env: GANGLION_SEED)', whole)
      .option('--steps <n>', 'how many steps to play (env: GANGLION_STEPS)', counting),
  )
}
