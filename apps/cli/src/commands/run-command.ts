import type { Command } from 'commander'
import type { RunFlags } from '../run-flags.ts'
import { counting, positive, withOverrides } from './arguments.ts'
import { overridden, type Laid } from './overridden.ts'

/** `ganglion run`. */
export function runCommand(program: Command, exit: (code: number) => void): void {
  withOverrides(
    program
      .command('run')
      .description('play a preset or a configuration file')
      .argument('<target>', 'a preset such as li2017/fig1b, or a file'),
  )
    .option('--json', 'print JSON lines')
    .option('--every <n>', 'with --json: print every n-th frame', counting)
    .option('--live', 'open the dashboard, where there is a terminal')
    .option('--pace <n>', 'steps a second of the dashboard (default: the run takes 45 s)', positive)
    .action(async (target: string, given: Laid & RunFlags) =>
      exit(await (await import('../run.ts')).run(target, overridden(given))),
    )
}
