import type { Command } from 'commander'
import { withExamples } from '../help.ts'
import type { VerifyFlags } from '../verify-flags.ts'
import { counting } from './arguments.ts'

/** `ganglion verify`. */
export function verifyCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('verify')
    .summary('check the bytes of a run, and replay a sample')
    .description('check every byte of a run, and play a sample of it again')
    .argument('<run>', 'the name of a run in runs/, or latest')
  withExamples(command, [
    ['ganglion verify latest', 'two chunks are played again'],
    ['ganglion verify latest --chunks 8 --json', 'eight, for a program'],
  ])
  command
    .option('--chunks <n>', 'how many chunks to play again (default: 2)', counting)
    .option('-j, --jobs <n>', 'how many worker threads (default: all cores)', counting)
    .option('--json', 'print JSON lines')
    .action(async (run: string, flags: VerifyFlags) =>
      exit(await (await import('../verify.ts')).verify(run, flags)),
    )
}
