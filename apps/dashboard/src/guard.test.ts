import { describe, expect, test } from 'vitest'
import { falls } from './fixtures/falls.ts'
import { withoutTmux } from './fixtures/terminal.ts'

// Other signals and shells are in guard.long.test.ts.
describe.skipIf(withoutTmux)('the terminal is given back', () => {
  const { open, expectGivenBack, text } = falls()

  test.each([
    ['SIGTERM', 143],
    ['SIGKILL', 137],
  ] as const)('after %s', async (signal, code) => {
    const pid = await open('wait')
    process.kill(pid, signal)
    await expectGivenBack(pid, code)
  })

  test('after throw, and its error is read', async () => {
    await expectGivenBack(await open('throw'), 1)
    expect(text()).toContain('a planted fault')
  })
})
