// Prints what an open dashboard costs the engine at full speed, and what drawing costs: `node tests/bench/dashboard-cost.ts
// [pairs] [steps] [open|slow|stopped ...]`. Needs tmux; a run must take more than the ten seconds of the stop. Each run under a dashboard of 160x50 is paired with one of the engine alone just before it.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [pairs = 3, steps = 500_000] = process.argv.slice(2, 4).map(Number)
/** All of them, or those that are named. */
const modes = (['open', 'slow', 'stopped'] as const).filter(
  (mode) => process.argv.length < 5 || process.argv.slice(4).includes(mode),
)
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

interface Pair {
  readonly alone: Timing
  readonly with: Timing
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

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)]
  return (sorted[low]! + sorted[high]!) / 2
}

const percent = (part: number): string => `${(100 * part).toFixed(2)} %`.padStart(9)

/** How much longer the same steps take under a dashboard: the median over pairs, and the best run against the best one. */
function loss(runs: readonly Pair[], of: 'wallMs' | 'cpuMs'): string {
  const least = (key: keyof Pair): number => Math.min(...runs.map((run) => run[key][of]))
  const pair = median(runs.map((run) => run.with[of] / run.alone[of] - 1))
  return `${percent(pair)} ${percent(least('with') / least('alone') - 1)}`
}

function row(name: string, timings: readonly Timing[], rest: string): void {
  const speed = Math.round((steps / median(timings.map(({ wallMs }) => wallMs))) * 1000)
  const cpu = ((median(timings.map(({ cpuMs }) => cpuMs)) / steps) * 1000).toFixed(2)
  console.log(`${name.padEnd(9)} ${String(speed).padStart(9)}  ${cpu.padStart(18)}   ${rest}`)
}

console.log(`li2017/fig1b, ${steps} steps after ${warmUp}, ${pairs} pairs, 160x50`)
console.log(
  'dashboard   steps/s  us of its cpu a step   loss on the clock     loss of its cpu       drawing',
)
console.log(
  '            (medians)                       (pairs)   (best)      (pairs)   (best)      of a core',
)
for (const mode of modes) {
  const runs: Pair[] = []
  for (let pair = 0; pair < pairs; pair++)
    runs.push({ alone: await timed('alone'), with: await timed(mode) })
  const shares = runs.flatMap((run) => (run.with.share === null ? [] : [run.with.share]))
  const drawing = shares.length > 0 ? percent(median(shares)) : ''
  row(
    'alone',
    runs.map((run) => run.alone),
    '',
  )
  row(
    mode,
    runs.map((run) => run.with),
    `${loss(runs, 'wallMs')}   ${loss(runs, 'cpuMs')}   ${drawing}`,
  )
}
