import { Option, type Command } from 'commander'
import { colorChoices, variables } from '../from-environment.ts'
import { withExamples } from '../help.ts'
import type { RunFlags } from '../run-flags.ts'
import { counting, paced, positive, whole, withOverrides } from './arguments.ts'
import { overridden, type Laid } from './overridden.ts'

// Named here again, for help must not wait for what they belong to.
const formats = ['plain', 'jsonl', 'json'] satisfies NonNullable<RunFlags['format']>[]
const themes = ['colour-blind-safe', 'mono'] satisfies NonNullable<RunFlags['theme']>[]

/** `ganglion run`. */
export function runCommand(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('run')
    .description('play a preset or a configuration file')
    .argument('<target>', 'a preset such as li2017/fig1b, or a file (.jsonc, .json, .ts)')
  withExamples(command, [
    ['ganglion run li2017/fig1b --live', 'watch it'],
    ['ganglion run li2017/fig1b --json | tail -1', 'the verdict for a program'],
    ['ganglion run li2017/fig1a --set generator.means=[-1,1.2]', 'another start'],
    ['ganglion run li2017/fig1a --set discriminator.initial=random --seed 2', 'random'],
    ['ganglion run li2017/fig1a --steps 100 --format json', 'one JSON document'],
    ['ganglion run li2017/fig1b --print-config', 'every value and its origin'],
  ])
  output(show(contain(withOverrides(command)))).action(
    async (target: string, given: Laid & RunFlags) => {
      if (given.printConfig) {
        const { printConfig } = await import('../print-config.ts')
        const { plugin: plugins, ...flags } = given
        return exit(await printConfig(target, { ...flags, plugins }, variables(process.env)))
      }
      exit(await (await import('../run.ts')).run(target, overridden(given)))
    },
  )
}

function output(command: Command): Command {
  return command
    .option('--json', 'print JSON lines: the same as --format jsonl')
    .addOption(new Option('--format <format>', 'how to print the results').choices(formats))
    .option('--every <n>', 'print every n-th frame (--json, --format json), or store it', counting)
    .option('--first-member <n>', 'draw as this member of a sweep, or the first', whole)
    .option('-o, --out <name>', 'store it as a run in runs/: events and every n-th frame')
    .option('--print-config', 'print every value and where it comes from; play nothing')
}

function show(command: Command): Command {
  return command
    .option('--live', 'open the dashboard, where there is a terminal')
    .option('--pace <n>', 'steps a second of the dashboard, or max (default: it takes 45 s)', paced)
    .addOption(new Option('--theme <name>', 'colours of the dashboard').choices(themes))
    .option('--ascii', 'draw the dashboard with plain ASCII characters')
    .option('--screen-reader', 'tell the dashboard in sentences')
    .addOption(
      new Option('--color <when>', 'use colour').choices([...colorChoices]).default('auto'),
    )
}

function contain(command: Command): Command {
  return command
    .option(
      '--deadline <seconds>',
      'how long a plugin may take for one answer (default: 10)',
      positive,
    )
    .option('--memory <MB>', 'heap of plugins of your own (default: 512)', counting)
}
