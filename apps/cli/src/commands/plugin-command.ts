import type { Command } from 'commander'
import { counting, positive, withPlugins } from './arguments.ts'

interface ListFlags {
  readonly json?: boolean
  readonly plugin: string[]
}

interface TestFlags {
  readonly json?: boolean
  readonly deadline?: number
  readonly memory?: number
}

const examples = `Examples:
  ganglion plugin new discriminator my-family
  ganglion plugin test my-family
  ganglion run li2017/fig1b --plugin my-family --set discriminator=my-family
`

/** `ganglion plugin`. */
export function pluginCommand(program: Command, exit: (code: number) => void): void {
  const plugin = program.command('plugin').description('make, test and list plugins')
  plugin.addHelpText('before', examples)
  plugin
    .command('new')
    .description('write a plugin that is green at once: code, README, test')
    .argument(
      '<kind>',
      'discriminator, generator, objective, dynamics, metric, detector, optimizer or regulariser',
    )
    .argument('<name>', 'its name, or a path that ends in it: a new folder')
    .addHelpText('before', 'Examples:\n  ganglion plugin new discriminator my-family\n')
    .action(async (kind: string, name: string) =>
      exit(await (await import('../plugin-new.ts')).newPlugin(kind, name)),
    )
  plugin
    .command('test')
    .description('run the conformance suite of a plugin')
    .argument('<path>', 'its file or folder')
    .option('--json', 'print JSON lines')
    .option('--deadline <seconds>', 'how long a case may take (default: 30)', positive)
    .option('--memory <MB>', 'how much memory the plugin may use (default: 1024)', counting)
    .addHelpText('before', 'Examples:\n  ganglion plugin test .\n  ganglion plugin test . --json\n')
    .action(async (path: string, flags: TestFlags) =>
      exit(await (await import('../plugin-test.ts')).testPlugin(path, flags)),
    )
  withPlugins(plugin.command('list').description('list the plugins of all kinds'))
    .option('--json', 'print JSON lines')
    .addHelpText('before', 'Examples:\n  ganglion plugin list --plugin .\n')
    .action(async ({ json = false, plugin: paths }: ListFlags) =>
      exit(await (await import('../lists.ts')).listPlugins(json, paths)),
    )
}
