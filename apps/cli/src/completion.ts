import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Argument, Command } from 'commander'
import { files, type Candidate } from './completion-candidate.ts'
import { positionOf, type Position } from './completion-position.ts'
import { Output } from './output.ts'

/** After so many milliseconds a plugin of somebody's own has had its chance. */
const patienceMs = 2000

/** Prints what the last word may become, a candidate and its description a line. */
export async function complete(words: readonly string[], program: Command): Promise<number> {
  const output = new Output()
  for (const line of await completions(words, program)) await output.line(line)
  await output.flush()
  return 0
}

/** What the last word may become: `candidate<TAB>description`; empty where something is wrong. */
export async function completions(
  words: readonly string[],
  program: Command,
): Promise<readonly string[]> {
  const position = positionOf(program, words.map(unquoted))
  const leave = position.given['plugin'] ? leaveAfter(patienceMs) : null
  const candidates = await quietly(() => candidatesAt(position))
  await leave?.terminate()
  return candidates
    .filter((c) => c === files || c.text.startsWith(position.typed))
    .map((candidate) => lineOf(candidate, position))
}

/** As the shell would hand it over: without quotes, the last of which may be missing yet, the home folder named. */
function unquoted(word: string): string {
  const bare = word.replace(/^(['"])(.*?)\1?$/s, '$2')
  return bare === word ? word.replace(/^~(?=\/)/, homedir()) : bare
}

function lineOf(candidate: Candidate, { before }: Position): string {
  if (candidate === files) return candidate.text
  // A plugin must not be able to write on the prompt.
  const clean = (text: string): string => text.replaceAll(/[\s\p{C}]+/gu, ' ')
  const says = clean(candidate.says ?? '')
  return `${before}${clean(candidate.text)}${says ? `\t${says}` : ''}`
}

/** What stands at a position, whatever is typed of it already. */
async function candidatesAt(position: Position): Promise<readonly Candidate[]> {
  const { command, operands, option, typed } = position
  if (option) {
    if (option.argChoices) return option.argChoices.map((text) => ({ text }))
    if (option.long === '--plugin') return [files]
    if (option.long === '--at') return (await places()).map((text) => ({ text }))
    if (option.long !== '--set') return []
    return (await import('./completion-settings.ts')).settings(position)
  }
  const help = command.createHelp()
  if (typed.startsWith('-'))
    return help
      .visibleOptions(command)
      .map((o) => ({ text: o.long ?? o.short ?? '', says: o.description }))
  if (command.commands.length > 0)
    return help.visibleCommands(command).map((c) => ({ text: c.name(), says: c.description() }))
  return operand(command.registeredArguments[operands.length], position)
}

async function operand(
  argument: Argument | undefined,
  position: Position,
): Promise<readonly Candidate[]> {
  if (argument?.argChoices) return argument.argChoices.map((text) => ({ text }))
  if (argument?.name() === 'kind') {
    const { scaffolded } = await import('./scaffold/kinds.ts')
    return Object.keys(scaffolded).map((text) => ({ text }))
  }
  if (argument?.name() === 'name') return []
  if (argument?.name() === 'run') return (await import('./completion-runs.ts')).runCandidates()
  if (argument?.name() === 'paper')
    return (await import('./completion-settings.ts')).paperCandidates()
  if (argument?.name() === 'game') return games(position)
  if (argument?.name() === 'n') return []
  if (argument?.name() !== 'target') return argument ? [files] : []
  const { presetCandidates } = await import('./completion-settings.ts')
  return [...(await presetCandidates(position)), files]
}

/** What may be analysed: presets, files, and runs where there are some. */
async function games(position: Position): Promise<readonly Candidate[]> {
  const { presetCandidates } = await import('./completion-settings.ts')
  const { runCandidates } = await import('./completion-runs.ts')
  const runs = existsSync('runs') ? runCandidates() : []
  return [...(await presetCandidates(position)), ...runs, files]
}

/** Words that may stand behind `--at`. */
const places = async (): Promise<readonly string[]> => (await import('./analyse-flags.ts')).places

/** Runs something that a stranger's plugin may make talk or fail: neither reaches the prompt. */
async function quietly(work: () => Promise<readonly Candidate[]>): Promise<readonly Candidate[]> {
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was
  const { write } = process.stdout
  process.stdout.write = () => true
  try {
    return await work()
  } catch {
    return []
  } finally {
    process.stdout.write = write
  }
}

/** Ends the process from a thread of its own: a plugin that never returns would hold the prompt for ever. */
function leaveAfter(ms: number): Worker {
  const source = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${ms})`
  const worker = new Worker(source, { eval: true })
  worker.unref()
  return worker
}
