import type { Command } from 'commander'
import { withOverrides } from './arguments.ts'
import { overridden, type Laid } from './overridden.ts'

/** `ganglion schema`. */
export function schemaCommand(program: Command, exit: (code: number) => void): void {
  withOverrides(
    program
      .command('schema')
      .description('print the JSON Schema of configurations')
      .argument('[target]', 'whose plugins', 'li2017/fig1b'),
  ).action(async (target: string, given: Laid) =>
    exit(await (await import('../schema.ts')).schema(target, overridden(given))),
  )
}
