import { Option, type Command } from 'commander'
import { withExamples } from '../help.ts'
import type { ReproduceFlags } from '../reproduce-flags.ts'
import { counting } from './arguments.ts'

/** `ganglion reproduce`. */
export function reproduceCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('reproduce')
    .summary('judge every claim of a paper, with a report')
    .description('judge every claim of a paper by what is played, and write a report')
    .argument('<paper>', 'a paper such as li2017')
  withExamples(command, [
    ['ganglion reproduce li2017 --scale smoke', 'a minute'],
    ['ganglion reproduce singh-tong', 'what is refuted as printed, too'],
    ['ganglion reproduce li2017 --scale paper -j 8', 'as much as the paper'],
    ['ganglion reproduce li2017 --json | tail -1', 'for a program'],
  ])
  command
    .addOption(
      new Option('--scale <word>', 'how much is played')
        .choices(['smoke', 'paper'])
        .default('smoke'),
    )
    .option('-j, --jobs <n>', 'how many worker threads (default: all cores)', counting)
    .option('--ascii', 'draw maps and marks with plain ASCII characters')
    .option('--json', 'print JSON lines')
    .action(async (paper: string, flags: ReproduceFlags) =>
      exit(await (await import('../reproduce.ts')).reproduce(paper, flags)),
    )
}
