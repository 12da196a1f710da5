import { expect, test, vi } from 'vitest'
import { follower } from './fixtures/follower.ts'

const soon = { timeout: 20_000, interval: 20 }
const settle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a dashboard that is stopped does not stop the engine', async () => {
  const { process: owner, step } = follower()
  await vi.waitFor(() => expect(step()).toBeGreaterThan(10), soon)
  owner.kill('SIGSTOP')
  await settle(200)
  const before = step()
  await settle(3000)
  expect(step()).toBe(before)
  owner.kill('SIGCONT')
  // An engine that had been stopped too would have made 1000 steps at most by now.
  await settle(1000)
  expect(step()).toBeGreaterThan(before + 1500)
  owner.kill('SIGTERM')
})
