import type { Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { game, kernel, planOf } from './drawn-game.ts'
import { bitsOf, play } from './game.ts'

test.each(['simultaneous', 'alternating', 'unrolled', 'stale', 'best-response'])(
  '%s: each member ends as if alone, and the means move',
  async (plugin) => {
    const target = { ...(game['target'] as Config), draws: 3 }
    const generator = { ...(game['generator'] as Config), draws: 4 }
    const over = { dynamics: { plugin }, target, generator, steps: 8, every: 8, members: 3 }
    const plan = await planOf(
      { discriminator: { ...kernel, kernel: 'laplacian', capacity: 64 } },
      over,
    )
    const { final } = await play(plan)
    const alone = await play({ ...plan, members: 1 }, { firstMember: 2 })
    expect(bitsOf(alone.final, 0)).toBe(bitsOf(final, 2))
    expect(bitsOf(final, 0)).not.toBe(bitsOf(final, 1))
    expect([...final.signals['generator.means']!.numbers]).not.toContain(-0.5)
  },
  30_000,
)

test('many draws say what the closed form says: payoff and step', async () => {
  const draws = 400
  const one = {
    steps: 1,
    every: 1,
    dynamics: { plugin: 'best-response', generatorRate: 1 },
    discriminator: { ...kernel, capacity: 4 * draws },
  }
  const exact = (await play(await planOf(one))).final.signals
  const target = { ...(game['target'] as Config), draws }
  const generator = { ...(game['generator'] as Config), draws }
  const drawn = (await play(await planOf(one, { target, generator }))).final.signals
  const near = (name: string, by: number): void =>
    drawn[name]!.numbers.forEach((number, k) =>
      expect(Math.abs(number - exact[name]!.numbers[k]!), name).toBeLessThan(by),
    )
  near('generator.means', 0.1)
  const moved = exact['generator.means']!.numbers.map((mean, k) => mean - [-0.5, 0.2][k]!)
  expect(Math.max(...moved.map(Math.abs))).toBeGreaterThan(0.5)
}, 60_000)
