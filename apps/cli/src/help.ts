import type { Command } from 'commander'
import { exitCodeHelp } from './exit-code.ts'

/** A line to type, and what it does. */
export type Example = readonly [line: string, does: string]

const environment = `
Environment: GANGLION_SEED, GANGLION_STEPS, GANGLION_MEMBERS (flags win);
  NO_COLOR, FORCE_COLOR, TERM=dumb, CI for colour and movement`

/** Longer lines are not aligned with the others: a terminal of 80 columns shows all. */
const aligned = 48

/** Help that begins with examples; each is run by a test. */
export function withExamples(command: Command, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length).filter((n) => n <= aligned))
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}   ${does}`)
  return command.addHelpText('before', `Examples:\n${lines.join('\n')}\n`)
}

const elsewhere = '\nEnvironment and exit codes: ganglion --help'

/** Help of the program and of `run` ends with the environment and the exit codes; of the others, with where they stand. */
export function endHelp(program: Command): void {
  program.addHelpText('after', `${environment}\n${exitCodeHelp}`)
  for (const command of program.commands)
    if (command.name() === 'run') command.addHelpText('after', `${environment}\n${exitCodeHelp}`)
    else pointElsewhere(command)
}

function pointElsewhere(command: Command): void {
  command.addHelpText('after', elsewhere)
  for (const below of command.commands) pointElsewhere(below)
}
