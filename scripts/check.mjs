// Runs every `check:*` script of package.json, two at a time; prints one line per step, then what the failed steps said.
// --cached asks turbo, which skips a step that passed on the same files; --report=<file> also writes the counts as JSON.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { option, read, root } from './house.mjs'

const steps = Object.entries(JSON.parse(read('package.json')).scripts).filter(([name]) =>
  name.startsWith('check:'),
)

const env = { ...process.env, NO_COLOR: '1', TURBO_TELEMETRY_DISABLED: '1' }
delete env.FORCE_COLOR

/** The command line of a step: as package.json has it, or through turbo. */
const line = ([name, command]) =>
  option('cached') ? `turbo run //#${name} --output-logs=errors-only --log-prefix=none` : command

function run(step) {
  const [name] = step
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(line(step), {
      cwd: root,
      env,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => keep(String(error)))
    child.on('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(
        `${status === 0 ? 'ok    ' : 'failed'}  ${name.padEnd(16)}${seconds.padStart(6)} s\n`,
      )
      resolve({ name, ok: status === 0, output: stripVTControlCharacters(output) })
    })
  })
}

const results = []
const queue = [...steps]
const worker = async () => {
  while (queue.length > 0) results.push(await run(queue.shift()))
}
await Promise.all([worker(), worker()])

const failed = results.filter(({ ok }) => !ok)
for (const { name, output } of failed)
  process.stdout.write(`\n--- ${name}: npm run ${name}\n${output.trimEnd()}\n`)
const report = option('report')
if (report)
  writeFileSync(
    report,
    JSON.stringify({ passed: results.length - failed.length, failed: failed.length }),
  )
process.exitCode = failed.length > 0 ? 1 : 0
