import { Option, type Command } from 'commander'
import { withExamples } from '../help.ts'
import type { SweepFlags } from '../sweep-flags.ts'
import { counting, withOverrides } from './arguments.ts'
import { overridden, type Laid } from './overridden.ts'

/** `ganglion sweep`. */
export function sweepCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('sweep')
    .summary('play a target over a grid, many trials each')
    .description('play a target over a grid of starts or options, many trials each')
    .argument('<target>', 'a preset such as li2017/fig3-regular, or a file')
  withExamples(command, [
    ['ganglion sweep li2017/fig3-regular --dry-run', 'what it would cost'],
    ['ganglion sweep li2017/fig3-regular --set grid=3 --set trials=4', 'small'],
    ['ganglion sweep li2017/fig3-best --scale smoke --json | tail -1', 'a program'],
    ['ganglion sweep li2017/fig3-regular --set grid=2 -o mine -j 2', 'named'],
  ])
  withOverrides(command)
    .option('--scale <word>', 'a size that the target declares: smoke, paper')
    .option('-j, --jobs <n>', 'how many worker threads (default: all cores)', counting)
    .option('-o, --out <name>', 'name of the run, a folder in runs/')
    .option('--dry-run', 'print cells, members, chunks and estimated time; play nothing')
    .option('--json', 'print JSON lines')
    .option('--ascii', 'draw the map of successes with plain ASCII characters')
    .addOption(new Option('--chunk <n>', 'members that are committed together').argParser(counting))
    .action(async (target: string, given: Laid & Omit<SweepFlags, 'plugins'>) =>
      exit(await (await import('../sweep.ts')).sweep(target, overridden(given))),
    )
}
