import type { Command } from 'commander'
import { exitCodeHelp } from './exit-code.ts'

/** A line to type, and what it does. */
export type Example = readonly [line: string, does: string]

const environment = `
Environment:
  GANGLION_SEED, GANGLION_STEPS, GANGLION_MEMBERS   weaker than a flag, stronger than a file
  NO_COLOR, FORCE_COLOR, TERM=dumb, CI              colour and movement (see --color)`

/** Help that begins with examples; each is run by a test. */
export function withExamples(command: Command, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}   ${does}`)
  return command.addHelpText('before', `Examples:\n${lines.join('\n')}\n`)
}

/** Help of this command and of those below it ends with the environment and the exit codes. */
export function endHelp(command: Command): void {
  command.addHelpText('after', `${environment}\n${exitCodeHelp}`)
  for (const below of command.commands) endHelp(below)
}
