import type { Command } from 'commander'
import { withExamples } from '../help.ts'
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

/** `ganglion plugin`. */
export function pluginCommand(program: Command, exit: (code: number) => void): void {
  const plugin = program.command('plugin').description('make, test, list and show plugins')
  withExamples(plugin, [
    ['ganglion plugin new discriminator my-family', 'a folder that is green at once'],
    ['ganglion plugin test my-family', 'its conformance suite'],
    ['ganglion plugin list --plugin my-family', 'what there is to choose from'],
    ['ganglion plugin show kernel', 'its source, sizes, options'],
  ])
  addNew(plugin, exit)
  addTest(plugin, exit)
  addShow(plugin, exit)
  const list = plugin.command('list').description('list the plugins of all kinds')
  withExamples(list, [
    ['ganglion plugin list', 'kind, name and source of each'],
    ['ganglion plugin list --json', 'the same for a program'],
  ])
  withPlugins(list)
    .option('--json', 'print JSON lines')
    .action(async ({ json = false, plugin: paths }: ListFlags) =>
      exit(await (await import('../lists.ts')).listPlugins(json, paths)),
    )
}

function addShow(plugin: Command, exit: (code: number) => void): void {
  const show = plugin
    .command('show')
    .description('show what a plugin is, its sizes and its options')
    .argument('<name>', 'its name, or kind and name as `plugin list` tells them')
  withExamples(show, [
    ['ganglion plugin show kernel', 'source, sizes, options'],
    ['ganglion plugin show detectors/oscillation --json', 'for a program'],
  ])
  withPlugins(show)
    .option('--json', 'print JSON lines')
    .action(async (name: string, { json = false, plugin: paths }: ListFlags) =>
      exit(await (await import('../plugin-show.ts')).showPlugin(name, json, paths)),
    )
}

function addNew(plugin: Command, exit: (code: number) => void): void {
  const command = plugin
    .command('new')
    .description('write a plugin that is green at once: code, README, test')
    .argument(
      '<kind>',
      'discriminator, generator, objective, dynamics, metric, detector, optimizer or regulariser',
    )
    .argument('<name>', 'its name, or a path that ends in it: a new folder')
    .action(async (kind: string, name: string) =>
      exit(await (await import('../plugin-new.ts')).newPlugin(kind, name)),
    )
  withExamples(command, [
    ['ganglion plugin new discriminator my-family', 'in this folder'],
    ['ganglion plugin new metric mine/my-distance', 'elsewhere, named my-distance'],
  ])
}

function addTest(plugin: Command, exit: (code: number) => void): void {
  const command = plugin
    .command('test')
    .description('run the conformance suite of a plugin')
    .argument('<path>', 'its file or folder')
    .option('--json', 'print JSON lines')
    .option('--deadline <seconds>', 'how long a case may take (default: 10)', positive)
    .option('--memory <MB>', 'how much memory the plugin may use (default: 1024)', counting)
    .action(async (path: string, flags: TestFlags) =>
      exit(await (await import('../plugin-test.ts')).testPlugin(path, flags)),
    )
  withExamples(command, [
    ['ganglion plugin test my-family', 'a line a case, then how many passed'],
    ['ganglion plugin test my-family --json', 'the same for a program'],
  ])
}
