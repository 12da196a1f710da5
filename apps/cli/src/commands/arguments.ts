import { InvalidArgumentError, type Command } from 'commander'

// A flag that may be given several times is gathered.
const collect = (value: string, previous: readonly string[]): string[] => [...previous, value]

// From 0.
function whole(text: string): number {
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

/** `--plugin`, of every command that knows plugins. */
export function withPlugins(command: Command): Command {
  return command.option(
    '--plugin <path>',
    'a plugin of your own: a file or a folder (repeatable)',
    collect,
    [],
  )
}

/** What lays settings over a target. */
export function withOverrides(command: Command): Command {
  return withPlugins(
    command
      .option(
        '--set <path=value>',
        'override an option, e.g. --set generator.means=[-1,1.2] (repeatable)',
        collect,
        [],
      )
      .option('--seed <n>', 'seed of every random number (env: GANGLION_SEED)', whole)
      .option('--steps <n>', 'how many steps to play (env: GANGLION_STEPS)', counting),
  )
}
