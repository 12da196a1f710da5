import type { Command } from 'commander'
import { withExamples } from '../help.ts'
import { withPlugins } from './arguments.ts'

/** `ganglion presets`. */
export function presetsCommand(program: Command, exit: (code: number) => void): void {
  const command = program.command('presets').description('list the presets of all papers')
  withExamples(command, [
    ['ganglion presets', 'name and title of each'],
    ['ganglion presets --json', 'with the reference, for a program'],
  ])
  withPlugins(command)
    .option('--json', 'print JSON lines')
    .action(async ({ json = false, plugin }: { json?: boolean; plugin: string[] }) =>
      exit(await (await import('../lists.ts')).listPresets(json, plugin)),
    )
}
