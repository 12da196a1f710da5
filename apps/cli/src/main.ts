import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { fromEnvironment } from './from-environment.ts'

const collect = (value: string, previous: readonly string[]): string[] => [...previous, value]

function whole(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('expected a whole number from 0.')
  return value
}

function counting(text: string): number {
  if (whole(text) < 1) throw new InvalidArgumentError('expected a whole number from 1.')
  return Number(text)
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('expected a number above 0.')
  return value
}

interface Given {
  readonly set: string[]
  readonly plugin: string[]
  readonly seed?: number
  readonly steps?: number
  readonly json?: boolean
  readonly every?: number
  readonly live?: boolean
  readonly pace?: number
}

/** Settings of the environment go before those of the flags, which win. */
function overridden({ set, ...given }: Omit<Given, 'plugin'>, plugins: readonly string[]) {
  return { ...given, set: [...fromEnvironment(process.env), ...set], plugins }
}

function withOverrides(command: Command): Command {
  return command
    .option(
      '--set <path=value>',
      'override an option, e.g. --set generator.means=[-1,1.2] (repeatable)',
      collect,
      [],
    )
    .option('--seed <n>', 'seed of every random number (env: GANGLION_SEED)', whole)
    .option('--steps <n>', 'how many steps to play (env: GANGLION_STEPS)', counting)
    .option('--plugin <path>', 'a plugin of your own: a file or a folder (repeatable)', collect, [])
}

function build(exit: (code: number) => void): Command {
  const program = new Command('ganglion')
    .description('Simulates the dynamics of adversarial training, and says what happened.')
    .addHelpText(
      'before',
      'Examples:\n  ganglion run li2017/fig1b --live\n  ganglion run li2017/fig1b --json\n  ganglion run li2017/fig1a --set discriminator.initial=random --seed 2\n  ganglion presets\n',
    )
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`ganglion: ${text}`) })
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
    .action(async (target: string, { plugin, ...given }: Given) =>
      exit(await (await import('./run.ts')).run(target, overridden(given, plugin))),
    )
  program
    .command('presets')
    .description('list the presets of all papers')
    .option('--json', 'print JSON lines')
    .option('--plugin <path>', 'a plugin of your own (repeatable)', collect, [])
    .action(async ({ json = false, plugin }: Given) =>
      exit(await (await import('./lists.ts')).listPresets(json, plugin)),
    )
  program
    .command('plugin')
    .description('work with plugins')
    .command('list')
    .description('list the plugins of all kinds')
    .option('--json', 'print JSON lines')
    .option('--plugin <path>', 'a plugin of your own (repeatable)', collect, [])
    .action(async ({ json = false, plugin }: Given) =>
      exit(await (await import('./lists.ts')).listPlugins(json, plugin)),
    )
  withOverrides(
    program
      .command('schema')
      .description('print the JSON Schema of configurations')
      .argument('[target]', 'whose plugins', 'li2017/fig1b'),
  ).action(async (target: string, { plugin, ...given }: Given) =>
    exit(await (await import('./schema.ts')).schema(target, overridden(given, plugin))),
  )
  return program
}

async function main(): Promise<void> {
  const exit = (code: number): void => {
    process.exitCode = code
  }
  const program = build(exit)
  if (process.argv.length <= 2) {
    program.outputHelp({ error: true })
    return exit(exitCode.usage)
  }
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError)
      return exit(error.exitCode === 0 ? exitCode.ok : exitCode.usage)
    const { complaint } = await import('./complaint.ts')
    const { text, code } = complaint(error)
    process.stderr.write(`${text.replace(/^/gm, 'ganglion: ')}\n`)
    exit(code)
  }
}

await main()
