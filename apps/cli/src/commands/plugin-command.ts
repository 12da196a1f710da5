import type { Command } from 'commander'
import { withPlugins } from './arguments.ts'

/** `ganglion plugin`. */
export function pluginCommand(program: Command, exit: (code: number) => void): void {
  const plugin = program.command('plugin').description('work with plugins')
  withPlugins(plugin.command('list').description('list the plugins of all kinds'))
    .option('--json', 'print JSON lines')
    .action(async ({ json = false, plugin: paths }: { json?: boolean; plugin: string[] }) =>
      exit(await (await import('../lists.ts')).listPlugins(json, paths)),
    )
}
