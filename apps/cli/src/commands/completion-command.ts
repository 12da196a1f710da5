import { Argument, type Command } from 'commander'
import { withExamples } from '../help.ts'

/** `ganglion completion`, and the hidden `ganglion complete` that its scripts ask. */
export function completionCommand(program: Command, exit: (code: number) => void): void {
  const completion = program
    .command('completion')
    .summary('print a script that completes the line')
    .description('print a script that completes commands, flags, presets and settings')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
  withExamples(completion, [
    ['source <(ganglion completion bash)', 'bash: now; in ~/.bashrc: always'],
    ['ganglion completion zsh > _ganglion', 'zsh: in a folder of $fpath'],
    ['ganglion completion fish > ganglion.fish', 'fish: in ~/.config/fish/completions'],
  ])
  completion.action(async (shell: 'bash' | 'zsh' | 'fish') =>
    exit(await (await import('../completion-script.ts')).printScript(shell)),
  )
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) =>
      exit(await (await import('../completion.ts')).complete(words, program)),
    )
}
