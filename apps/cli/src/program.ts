import { Command } from 'commander'
import { analyseCommand } from './commands/analyse-command.ts'
import { completionCommand } from './commands/completion-command.ts'
import { exportCommand } from './commands/export-command.ts'
import { lsCommand } from './commands/ls-command.ts'
import { pluginCommand } from './commands/plugin-command.ts'
import { presetsCommand } from './commands/presets-command.ts'
import { reportCommand } from './commands/report-command.ts'
import { reproduceCommand } from './commands/reproduce-command.ts'
import { resumeCommand } from './commands/resume-command.ts'
import { runCommand } from './commands/run-command.ts'
import { schemaCommand } from './commands/schema-command.ts'
import { sweepCommand } from './commands/sweep-command.ts'
import { verifyCommand } from './commands/verify-command.ts'
import { endHelp, withExamples } from './help.ts'
import { version } from './version.ts'

const commands = [
  runCommand,
  sweepCommand,
  resumeCommand,
  reproduceCommand,
  reportCommand,
  lsCommand,
  exportCommand,
  verifyCommand,
  analyseCommand,
  presetsCommand,
  pluginCommand,
  schemaCommand,
  completionCommand,
]

/** The command with all that stand below it; what they end with goes to `exit`. */
export function programOf(exit: (code: number) => void): Command {
  const program = new Command('ganglion')
    .description('Simulates the dynamics of adversarial training, and says what happened.')
    .exitOverride()
    .version(version(), '--version', 'print the version')
    .configureOutput({ outputError: (text, write) => write(`ganglion: ${withNext(text)}`) })
  withExamples(program, [
    ['ganglion', 'choose a preset, in a terminal'],
    ['ganglion run li2017/fig1b --live', 'watch mode collapse'],
  ])
  for (const add of commands) add(program, exit)
  endHelp(program)
  return program
}

/** What commander says, and where to look for what is missing. */
const withNext = (text: string): string =>
  /missing required argument 'target'/.test(text)
    ? `${text.trimEnd()}; see: ganglion presets\n`
    : text
