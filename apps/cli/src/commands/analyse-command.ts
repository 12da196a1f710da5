import type { Command } from 'commander'
import type { AnalyseFlags } from '../analyse-flags.ts'
import { withExamples } from '../help.ts'
import { whole, withOverrides } from './arguments.ts'
import { overridden, type Laid } from './overridden.ts'

/** `ganglion analyse`. */
export function analyseCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('analyse')
    .summary('say whether a game is stable, and why')
    .description('say whether a game is stable: the exact Jacobian of a step, its eigenvalues')
    .argument('<game>', 'a preset, a file (.jsonc, .json, .ts), a run in runs/, or latest')
    .argument('[n]', 'the number of the step, behind --at step or --at equilibrium', whole)
  withExamples(command, [
    ['ganglion analyse li2017/fig1a --at step 2000', 'about a step'],
    ['ganglion analyse li2017/fig1a --at equilibrium', 'where nothing moves'],
    ['ganglion analyse li2017/fig1b --at 100 --json', 'for a program'],
    ['ganglion analyse becker2022/ring3-exact --critical lambda', 'from where on'],
  ])
  withOverrides(command)
    .option('--at <where>', 'step (the last one, as without it), a number, or equilibrium')
    .option(
      '--critical <name[=low..high]>',
      'the value of a number at which an equilibrium becomes stable or unstable',
    )
    .option('--first-member <n>', 'draw as this member of a sweep, or the first', whole)
    .option('--json', 'print one JSON line')
    .option('--ascii', 'draw with plain ASCII characters')
    .action(async (game: string, n: number | undefined, given: Laid & AnalyseFlags) =>
      exit(await (await import('../analyse.ts')).analyseGame(game, n, overridden(given))),
    )
}
