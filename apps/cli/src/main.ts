import { enableCompileCache } from 'node:module'
import { Command, CommanderError } from 'commander'
import { completionCommand } from './commands/completion-command.ts'
import { pluginCommand } from './commands/plugin-command.ts'
import { presetsCommand } from './commands/presets-command.ts'
import { runCommand } from './commands/run-command.ts'
import { schemaCommand } from './commands/schema-command.ts'
import { exitCode } from './exit-code.ts'
import { endHelp, withExamples } from './help.ts'

const commands = [runCommand, presetsCommand, pluginCommand, schemaCommand, completionCommand]

function build(exit: (code: number) => void): Command {
  const program = new Command('ganglion')
    .description('Simulates the dynamics of adversarial training, and says what happened.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`ganglion: ${text}`) })
  withExamples(program, [
    ['ganglion', 'choose a preset, in a terminal'],
    ['ganglion run li2017/fig1b --live', 'watch mode collapse'],
    ['ganglion run li2017/fig1b --json', 'the same for a program'],
    ['ganglion presets', 'what there is to run'],
  ])
  for (const add of commands) add(program, exit)
  endHelp(program)
  return program
}

async function main(): Promise<void> {
  // Halves the time until the first word from the second start on.
  enableCompileCache()
  const exit = (code: number): void => {
    process.exitCode = code
  }
  const program = build(exit)
  try {
    if (process.argv.length > 2) await program.parseAsync()
    else if (process.stdin.isTTY && process.stdout.isTTY && process.env['TERM'] !== 'dumb')
      exit(await (await import('./picker.ts')).pick())
    else {
      program.outputHelp({ error: true })
      exit(exitCode.usage)
    }
  } catch (error) {
    if (error instanceof CommanderError)
      return exit(error.exitCode === 0 ? exitCode.ok : exitCode.usage)
    const { complaint } = await import('./complaint.ts')
    const { text, code } = complaint(error)
    process.stderr.write(`${text.replace(/^/gm, 'ganglion: ')}\n`)
    exit(code)
  }
}

await main()
