import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./two-workers.bench.ts', import.meta.url))

/** The section of the page that sets two workers beside one; without a second core it says so. */
export function workersSection(): string[] {
  const heading = ['### Two workers', '']
  if (cpus().length < 2) return [...heading, 'This machine has one core.', '']
  const [load] = loadavg()
  // This process may be bound to one core, and so are its children, but for those that are told otherwise.
  const all = ['-c', `0-${cpus().length - 1}`, process.execPath, script]
  const bound = availableParallelism() < cpus().length
  const { status, stdout } = bound
    ? spawnSync('taskset', all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    : spawnSync(process.execPath, [script], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
  if (status !== 0) throw new Error('the sweep with two workers failed')
  const { repeats, one, two } = JSON.parse(stdout) as { repeats: number; one: number; two: number }
  const seconds = (ms: number): string => (ms / 1000).toFixed(2)
  return [
    ...heading,
    'The same sweep in chunks of its own size, from its plan to the checksum of its table, with one worker thread and with',
    `two, on all cores: in turns, the least of ${repeats} repeats each. The load of the machine over the minute before was`,
    `${load!.toFixed(2)}, this measurement's own process included; above about 1 somebody else was at work.`,
    '',
    '| one worker | two workers | one / two |',
    '|--:|--:|--:|',
    `| ${seconds(one)} s | ${seconds(two)} s | ${(one / two).toFixed(2)} |`,
    '',
  ]
}
