import { presets, registryWith } from 'ganglion'
import { exitCode } from './exit-code.ts'
import { fromEnvironment, wantsColor } from './from-environment.ts'
import { pickerLines } from './picker-lines.ts'
import { keysOf, press, type Choice, type PickerState } from './picker-state.ts'

const enter = '\u001b[?1049h\u001b[?25l'
const leave = '\u001b[?25h\u001b[?1049l'

/** Lets someone at a terminal choose a preset and runs it in the dashboard; resolves to the exit code. */
export async function pick(): Promise<number> {
  const listed = Object.entries(await presets(await registryWith()))
  const choices = listed.map(([name, { title, reference }]) => ({ name, title, reference }))
  const chosen = await choose(choices)
  if (!chosen) return exitCode.ok
  const { run } = await import('./run.ts')
  return run(chosen.name, { live: true, set: fromEnvironment(process.env) })
}

/** Shows choices until one is taken or someone leaves (null). The terminal is restored whatever happens. */
async function choose(choices: readonly Choice[]): Promise<Choice | null> {
  const { stdin, stdout } = process
  let state: PickerState = { choices, filter: '', at: 0 }
  const color = wantsColor(undefined, process.env, true)
  const draw = (): void => {
    // Some terminals do not tell their size, or say 0.
    const lines = pickerLines(state, {
      columns: stdout.columns || 80,
      rows: stdout.rows || 24,
      color,
    })
    stdout.write(`\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J`)
  }
  const restore = (): void => {
    if (stdin.isTTY) stdin.setRawMode(false)
    stdout.write(leave)
  }
  return new Promise((resolve) => {
    const end = (choice: Choice | null): void => {
      stdin.off('data', hear).pause()
      stdout.off('resize', draw)
      for (const [signal, die] of deaths) process.off(signal, die)
      process.off('exit', restore)
      restore()
      resolve(choice)
    }
    const hear = (input: Buffer): void => {
      for (const key of keysOf(input.toString())) {
        const next = press(state, key)
        if ('chosen' in next) return end(next.chosen)
        state = next
      }
      draw()
    }
    const deaths = [
      ['SIGINT', () => process.exit(exitCode.interrupted)],
      ['SIGTERM', () => process.exit(exitCode.terminated)],
      ['SIGHUP', () => process.exit(129)],
    ] as const
    for (const [signal, die] of deaths) process.on(signal, die)
    process.on('exit', restore)
    stdin.setRawMode(true).on('data', hear).resume()
    stdout.on('resize', draw).write(enter)
    draw()
  })
}
