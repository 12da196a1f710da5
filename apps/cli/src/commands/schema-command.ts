import type { Command } from 'commander'
import { withExamples } from '../help.ts'
import { withPlugins } from './arguments.ts'

/** `ganglion schema`. */
export function schemaCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('schema')
    .summary('print the JSON Schema of configuration files')
    .description('print the JSON Schema of configuration files, all plugins included')
    .argument('[target]', 'only for the plugins that a preset or a file names')
  withExamples(command, [
    ['ganglion schema > ganglion.schema.json', 'for "$schema" in a configuration file'],
    ['ganglion schema li2017/fig1b', 'only for the plugins of a preset'],
  ])
  withPlugins(command).action(
    async (target: string | undefined, { plugin }: { plugin: string[] }) =>
      exit(await (await import('../schema.ts')).schema(target, plugin)),
  )
}
