import type { Command } from 'commander'
import { withExamples } from '../help.ts'
import type { ReportFlags } from '../report-flags.ts'

/** `ganglion report`. */
export function reportCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('report')
    .summary('write a page of finished runs')
    .description('write a page of finished runs: figures, tables, claims, how to make them again')
    .argument('<run...>', 'names of runs in runs/, latest, or presets of single runs')
  withExamples(command, [
    ['ganglion report latest', 'a page in the folder of the run'],
    ['ganglion report latest -o page.html --svg figs', 'and its figures'],
    ['ganglion report li2017/fig1b --out fig1b.html', 'plays a single run first'],
  ])
  command
    .option('-o, --out <file>', 'where the page is written (default: in the run; - prints it)')
    .option('--svg <folder>', 'write each figure as a file of its own too')
    .option('--json', 'print JSON lines')
    .action(async (runs: string[], flags: ReportFlags) =>
      exit(await (await import('../report.ts')).report(runs, flags)),
    )
}
