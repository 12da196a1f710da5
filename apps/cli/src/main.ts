import { Command, CommanderError } from 'commander'
import { pluginCommand } from './commands/plugin-command.ts'
import { presetsCommand } from './commands/presets-command.ts'
import { runCommand } from './commands/run-command.ts'
import { schemaCommand } from './commands/schema-command.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'

const commands = [runCommand, presetsCommand, pluginCommand, schemaCommand]

function build(exit: (code: number) => void): Command {
  const program = new Command('ganglion')
    .description('Simulates the dynamics of adversarial training, and says what happened.')
    .addHelpText(
      'before',
      'Examples:\n  ganglion run li2017/fig1b --live\n  ganglion run li2017/fig1b --json\n  ganglion run li2017/fig1a --set discriminator.initial=random --seed 2\n  ganglion presets\n',
    )
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`ganglion: ${text}`) })
  for (const add of commands) add(program, exit)
  return program
}

async function main(): Promise<void> {
  const exit = (code: number): void => {
    process.exitCode = code
  }
  const program = build(exit)
  if (process.argv.length <= 2) {
    program.outputHelp({ error: true })
    return exit(exitCode.usage)
  }
  try {
    await program.parseAsync()
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
