import type { Command } from 'commander'
import { withExamples } from '../help.ts'

/** `ganglion ls`. */
export function lsCommand(program: Command, exit: (code: number) => void): void {
  const command = program.command('ls').description('list the runs in runs/, the oldest first')
  withExamples(command, [
    ['ganglion ls', 'name, target, state, members, when, seed'],
    ['ganglion ls --json', 'the same for a program'],
  ])
  command
    .option('--json', 'print JSON lines')
    .action(async ({ json = false }: { json?: boolean }) =>
      exit(await (await import('../ls.ts')).listStored(json)),
    )
}
