import type { Command } from 'commander'
import type { ExportFlags } from '../export-flags.ts'
import { withExamples } from '../help.ts'

/** `ganglion export`. */
export function exportCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('export')
    .summary('write the table of a run for other programs')
    .description('write the table of a run for other programs: a row a cell, or a member')
    .argument('<run>', 'the name of a run in runs/, or latest')
  withExamples(command, [
    ['ganglion export latest --csv -', 'a row a cell: successes, medians'],
    ['ganglion export latest --members --parquet table.parquet', 'every number, exact'],
    ['ganglion export latest --json - | head -1', 'an object a row'],
  ])
  command
    .option('--csv <file>', 'write CSV; - is standard output')
    .option('--json <file>', 'write JSON lines; - is standard output')
    .option('--parquet <file>', 'write Parquet: exact, typed, with plan hash and seed')
    .option('--members', 'a row a member instead of a row a cell')
    .option('--partial', 'write what is there of a run that is not finished or damaged')
    .option('--force', 'write over files that exist')
    .action(async (run: string, flags: ExportFlags) =>
      exit(await (await import('../export.ts')).exportRun(run, flags)),
    )
}
