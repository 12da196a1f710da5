// Installs the workspace when it is missing or older than the lockfile, so that `npm start` and `npm test` work as the
// first command of a fresh clone. No dependencies; runs on Node 18 and later. Everything it says goes to stderr.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const lock = '.bootstrap.lock'
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const shipped = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64']
const needed = ['vitest', '.bin/ganglion'] // absent after an install that left out development dependencies
if (shipped.includes(`${process.platform}-${process.arch}`)) needed.push('.bin/node')

/** npm writes its hidden lockfile last: an interrupted install is not fresh, a manual `npm ci` is. */
const fresh = () =>
  modified('node_modules/.package-lock.json') >= modified('package-lock.json') &&
  needed.every((path) => existsSync(`node_modules/${path}`))

function alive() {
  try {
    process.kill(Number(readFileSync(`${lock}/pid`, 'utf8')), 0)
    return true
  } catch (error) {
    if (error.code === 'EPERM') return true
    return error.code === 'ENOENT' && Date.now() - modified(lock) < 5000 && existsSync(lock)
  }
}

function acquire() {
  for (;;) {
    try {
      mkdirSync(lock)
      return writeFileSync(`${lock}/pid`, String(process.pid))
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (alive()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
      else rmSync(lock, { recursive: true, force: true })
    }
  }
}

function npm(...args) {
  const own = /^npm_(lifecycle|package)_/ // the outer script's variables would mislead the inner npm
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env
  const [command, first] = cli ? [node, [cli]] : ['npm', []]
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ]
  const shell = !cli && process.platform === 'win32'
  return spawnSync(command, [...first, ...args, ...quiet], { env, shell, stdio: ['ignore', 2, 2] })
    .status
}

if (!fresh()) {
  acquire()
  let status = 0
  try {
    if (!fresh()) {
      process.stderr.write('Installing the workspace (once)...\n')
      status = npm('ci') && npm('install', '--no-save')
    }
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
  if (status !== 0) {
    process.stderr.write('The installation failed: see the lines above, then try `npm ci`.\n')
    process.exit(1)
  }
}
