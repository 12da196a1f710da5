import type { Command } from 'commander'
import { withPlugins } from './arguments.ts'

/** `ganglion presets`. */
export function presetsCommand(program: Command, exit: (code: number) => void): void {
  withPlugins(program.command('presets').description('list the presets of all papers'))
    .option('--json', 'print JSON lines')
    .action(async ({ json = false, plugin }: { json?: boolean; plugin: string[] }) =>
      exit(await (await import('../lists.ts')).listPresets(json, plugin)),
    )
}
