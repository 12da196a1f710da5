import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { falls } from './fixtures/falls.ts'
import { withoutTmux } from './fixtures/terminal.ts'

const withoutBash = spawnSync('bash', ['--version']).status !== 0

// TERM, KILL and an uncaught error are in guard.test.ts.
describe.skipIf(withoutTmux)('the terminal is given back', () => {
  const { open, expectGivenBack, text } = falls()

  test.each([
    ['SIGINT', 130],
    ['SIGHUP', 129],
    ['SIGABRT', 134],
    ['SIGQUIT', 131],
    ['SIGSEGV', 139],
  ] as const)('after %s', async (signal, code) => {
    const pid = await open('wait')
    process.kill(pid, signal)
    await expectGivenBack(pid, code)
  })

  test.skipIf(withoutBash).each([
    ['SIGTERM', 143],
    ['SIGKILL', 137],
  ] as const)('after %s, to a shell that edits lines in modes of its own', async (signal, code) => {
    const pid = await open('wait', 'bash --norc --noprofile')
    process.kill(pid, signal)
    await expectGivenBack(pid, code)
  })

  test('after KILL of the whole group', async () => {
    const pid = await open('wait')
    process.kill(-pid, 'SIGKILL')
    await expectGivenBack(pid, 137)
  })

  test('after KILL of one that hangs', async () => {
    const pid = await open('hang')
    // It tells its id 100 ms before it hangs.
    await new Promise((resolve) => setTimeout(resolve, 600))
    process.kill(pid, 'SIGKILL')
    await expectGivenBack(pid, 137)
  })

  test.each([
    ['reject', 1, 'a planted rejection'],
    ['exit', 5, ''],
  ])('after %s, and its error is read', async (how, code, message) => {
    await expectGivenBack(await open(how), code)
    expect(text()).toContain(message)
  })
})
