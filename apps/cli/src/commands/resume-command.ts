import type { Command } from 'commander'
import { withExamples } from '../help.ts'
import type { ResumeFlags } from '../sweep-flags.ts'
import { counting } from './arguments.ts'

/** `ganglion resume`. */
export function resumeCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('resume')
    .description('go on with a sweep that was stopped or killed')
    .argument('<run>', 'the name of a run in runs/, or latest')
  withExamples(command, [
    ['ganglion resume latest', 'compute what is missing'],
    ['ganglion resume latest --json | tail -1', 'its table, for a program'],
  ])
  command
    .option('-j, --jobs <n>', 'how many worker threads (default: all cores)', counting)
    .option('--json', 'print JSON lines')
    .option('--ascii', 'draw the map of successes with plain ASCII characters')
    .action(async (run: string, flags: ResumeFlags) =>
      exit(await (await import('../sweep.ts')).resume(run, flags)),
    )
}
