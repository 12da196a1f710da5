import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lines, root, shell } from './command.ts'

test('a reader that leaves while frames pour is nothing to talk about', () => {
  const { out, err } = shell('ganglion run li2017/fig1b --json --every 1 | head -1')
  expect(err).toBe('')
  expect(lines(out).map(({ type }) => type)).toEqual(['run.started'])
})

test('without a terminal --live prints plain lines and ends with a verdict', () => {
  const { out, err } = shell('ganglion run li2017/fig1d --live --steps 1000 | cat')
  expect(err).toBe('')
  expect(out).toMatch(/stalled after 1000 steps\n$/)
  expect(out).not.toContain('\u001B')
})

test('a second SIGINT ends at once a run that waits for its reader', async () => {
  const args = ['run', 'li2017/fig1b', '--json', '--every', '1', '--steps', '5000000']
  const child = spawn(join(root, 'node_modules/.bin/ganglion'), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const exited = once(child, 'exit')
    // Readable is not read: soon the pipe is full.
    await once(child.stdout, 'readable')
    await sleep(500)
    child.kill('SIGINT')
    await sleep(400)
    expect(child.exitCode).toBe(null)
    const asked = performance.now()
    child.kill('SIGINT')
    expect((await exited)[0]).toBe(130)
    expect(performance.now() - asked).toBeLessThan(2000)
  } finally {
    child.kill('SIGKILL')
  }
})
