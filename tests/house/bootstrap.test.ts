import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/bootstrap.mjs', import.meta.url))
let clone = ''

/** Stands for npm: notes how it was called, takes its time, and leaves what an install leaves. */
const npm = `
  const fs = require('node:fs')
  const [command] = process.argv.slice(2)
  const told = process.env.npm_lifecycle_event ? 'with the outer script' : 'alone'
  fs.appendFileSync('calls', command + ' ' + told + '\\n')
  if (process.env.FAIL?.includes(command)) process.exit(1)
  setTimeout(() => {
    for (const path of ['vitest', '.bin/ganglion', '.bin/node'])
      fs.mkdirSync('node_modules/' + path, { recursive: true })
    fs.writeFileSync('node_modules/.package-lock.json', '')
  }, 300)`

function bootstrap(
  more: Record<string, string> = {},
): Promise<{ status: number | null; said: string }> {
  const env = {
    ...process.env,
    npm_execpath: join(clone, 'npm.cjs'),
    npm_node_execpath: process.execPath,
    npm_lifecycle_event: 'pretest',
    ...more,
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(clone, 'scripts/bootstrap.mjs')], { env })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
    child.stdout.on('data', (chunk: Buffer) => (said += `on stdout: ${String(chunk)}`))
    child.on('close', (status) => resolve({ status, said }))
  })
}

const calls = () => readFileSync(join(clone, 'calls'), 'utf8')

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'))
  mkdirSync(join(clone, 'scripts'))
  copyFileSync(script, join(clone, 'scripts/bootstrap.mjs'))
  writeFileSync(join(clone, 'package-lock.json'), '')
  writeFileSync(join(clone, 'npm.cjs'), npm)
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

test('installs once, by npm ci, without the variables of the outer script', async () => {
  expect((await bootstrap()).status).toBe(0)
  expect(await bootstrap()).toEqual({ status: 0, said: '' })
  expect(calls()).toBe('ci alone\n')
  expect(existsSync(join(clone, '.bootstrap.lock'))).toBe(false)
})

test('installs again when the lockfile is newer', async () => {
  await bootstrap()
  const later = Date.now() / 1000 + 60
  utimesSync(join(clone, 'package-lock.json'), later, later)
  await bootstrap()
  expect(calls()).toBe('ci alone\nci alone\n')
})

test('two first commands install once', async () => {
  const both = await Promise.all([bootstrap(), bootstrap()])
  expect(both.map(({ status }) => status)).toEqual([0, 0])
  expect(calls()).toBe('ci alone\n')
})

test('falls back to npm install, and says so when that fails too', async () => {
  expect((await bootstrap({ FAIL: 'ci' })).status).toBe(0)
  rmSync(join(clone, 'node_modules'), { recursive: true })
  const { status, said } = await bootstrap({ FAIL: 'ci install' })
  expect(status).toBe(1)
  expect(said).toContain('npm ci')
  expect(calls()).toBe('ci alone\ninstall alone\n'.repeat(2))
})

test('a lock left behind by a dead process does not hold the next one', async () => {
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => dead.on('close', resolve))
  mkdirSync(join(clone, '.bootstrap.lock'))
  writeFileSync(join(clone, '.bootstrap.lock/pid'), String(dead.pid))
  expect((await bootstrap()).status).toBe(0)
})
