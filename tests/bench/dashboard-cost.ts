// Prints what an open dashboard costs the engine at full speed, and what drawing costs: `node tests/bench/dashboard-cost.ts
// [pairs] [steps]`. Needs tmux. Each run under a dashboard of 160x50 is paired with one of the engine alone just before it.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [pairs = 3, steps = 60_000] = process.argv.slice(2).map(Number)
/** Steps before the clock starts, in which the engine is compiled. */
const warmUp = 5000
const stoppedMs = 10_000

type Mode = 'alone' | 'open' | 'slow' | 'stopped'

/** Time of the timed steps: on the clock and in the engine's thread; the share of a core that the dashboard took. */
interface Timing {
  readonly wallMs: number
  readonly cpuMs: number
  readonly share: number | null
}

const open = fileURLToPath(new URL('./dashboard-cost/open.ts', import.meta.url))
const hook = new URL('../../apps/cli/src/jsx-hook.mjs', import.meta.url).href
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function timed(mode: Mode): Promise<Timing> {
  const folder = mkdtempSync(join(tmpdir(), 'ganglion-bench-'))
  const file = join(folder, 'timing')
  const server = join(folder, 'tmux')
  const { CI: _, TMUX: __, ...outer } = process.env
  const order = {
    file,
    alone: mode === 'alone',
    slow: mode === 'slow',
    from: warmUp,
    to: warmUp + steps,
  }
  const env = { ...outer, NODE_ENV: 'production', GANGLION_BENCH: JSON.stringify(order) }
  const command = `'${process.execPath}' --import '${hook}' '${open}'`
  try {
    const size = ['-x', '160', '-y', '50']
    execFileSync('tmux', ['-S', server, '-f', '/dev/null', 'new-session', '-d', ...size, command], {
      env,
    })
    await there(`${file}.started`)
    if (mode === 'stopped') await stop(Number(readFileSync(`${file}.pid`, 'utf8')))
    await there(file)
    if (mode !== 'alone') await there(`${file}.share`)
    const share = mode === 'open' ? Number(readFileSync(`${file}.share`, 'utf8')) : null
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Timing, 'share'>), share }
  } finally {
    spawnSync('tmux', ['-S', server, 'kill-server'])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function stop(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP')
  await wait(stoppedMs)
  process.kill(pid, 'SIGCONT')
}

async function there(file: string): Promise<void> {
  for (let tries = 0; !existsSync(file) || readFileSync(file, 'utf8') === ''; tries++) {
    if (tries > 6000) throw new Error(`${file} never came`)
    await wait(50)
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const percent = (part: number): string => `${(100 * part).toFixed(2)} %`.padStart(9)

console.log(`li2017/fig1b, ${steps} steps after ${warmUp}, ${pairs} pairs, 160x50; medians`)
console.log(
  'dashboard   steps/s  us of cpu a step   loss (clock)   loss (cpu)   of a core for drawing',
)
for (const mode of ['open', 'slow', 'stopped'] as const) {
  const runs: { readonly alone: Timing; readonly with: Timing }[] = []
  for (let pair = 0; pair < pairs; pair++)
    runs.push({ alone: await timed('alone'), with: await timed(mode) })
  const loss = (of: 'wallMs' | 'cpuMs') =>
    percent(median(runs.map((r) => r.with[of] / r.alone[of] - 1)))
  for (const [name, key] of [
    ['alone', 'alone'],
    [mode, 'with'],
  ] as const) {
    const all = runs.map((run) => run[key])
    const speed = Math.round((steps / median(all.map((t) => t.wallMs))) * 1000)
    const cpu = ((median(all.map((t) => t.cpuMs)) / steps) * 1000).toFixed(2)
    const shares = all.flatMap(({ share }) => (share === null ? [] : [share]))
    const rest =
      key === 'alone'
        ? ''
        : `${loss('wallMs')}      ${loss('cpuMs')}   ${shares.length > 0 ? percent(median(shares)) : ''}`
    console.log(`${name.padEnd(9)} ${String(speed).padStart(9)}  ${cpu.padStart(16)}      ${rest}`)
  }
}
