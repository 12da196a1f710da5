import { createExperiment } from '@ganglion/engine'
import { ports, defineDynamics, type Direction } from '@ganglion/core'
import { expect, test } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

const steps = 40
const noisy = (over: Record<string, unknown> = {}) => ({
  dynamics: {
    plugin: 'noisy',
    inner: 'simultaneous',
    generatorNoiseRate: 0.01,
    discriminatorNoiseRate: 0.02,
    ...over,
  },
})
const plan = (members: number, ...over: Record<string, unknown>[]) =>
  planOf('fig1b', crowd, { members, steps, every: steps }, ...over)

test('three members with noise = three alone, and no two are shaken alike', async () => {
  const together = (await play(await plan(3, noisy()))).final
  const plain = (await play(await plan(3, { dynamics: { plugin: 'simultaneous' } }))).final
  const moved = [0, 1, 2].map((member) => bitsOf(together, member))
  for (let member = 0; member < 3; member++) {
    const alone = await play(await plan(1, noisy()), { firstMember: member })
    expect(bitsOf(alone.final, 0)).toBe(moved[member])
    expect(bitsOf(plain, member)).not.toBe(moved[member])
  }
  const seeded = (await play(await plan(3, noisy(), { seed: 5 }))).final
  expect(new Set([...moved, ...[0, 1, 2].map((m) => bitsOf(seeded, m))]).size).toBe(6)
})

test('without noise it is the inner dynamics, bit for bit', async () => {
  const still = { generatorNoiseRate: 0, discriminatorNoiseRate: 0 }
  for (const inner of ['simultaneous', 'best-response']) {
    const shaken = (await play(await plan(3, noisy({ inner, ...still })))).final
    const plain = (await play(await plan(3, { dynamics: { plugin: inner } }))).final
    for (let member = 0; member < 3; member++)
      expect(bitsOf(shaken, member)).toBe(bitsOf(plain, member))
  }
})

test('goes on from a snapshot, bit for bit', async () => {
  const whole = (await play(await plan(3, noisy()))).final
  const live = createExperiment(await plan(3, noisy()), { paused: true })
  await new Promise<void>((resolve) =>
    live.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  live.controls.step(17)
  const snapshot = structuredClone(live.snapshot())
  const rest = (await play(await plan(3, noisy()), { from: snapshot })).final
  for (let member = 0; member < 3; member++)
    expect(bitsOf(rest, member)).toBe(bitsOf(whole, member))
})

/** Only asks for noise, and keeps what it is given. */
async function drawn(members: number, firstMember: number, draws: readonly number[]) {
  const kept: number[][] = []
  const asking = defineDynamics({
    name: 'asking',
    source: 'none',
    options: {},
    script: () => ({
      *step() {
        for (const draw of draws) {
          const noise: Direction = yield* ports.generator.noise(draw)
          kept.push([...noise.blocks['means']!.numbers])
        }
      },
    }),
  })
  const base = await planOf('fig1b', crowd, { members, steps: 1 })
  await play({ ...base, dynamics: { plugin: asking, sizes: {}, options: {} } }, { firstMember })
  return kept
}

test('noise is standard normal, and a function of member and draw', async () => {
  const [first] = await drawn(4000, 0, [0])
  const mean = first!.reduce((sum, z) => sum + z, 0) / first!.length
  const spread = first!.reduce((sum, z) => sum + (z - mean) * (z - mean), 0) / first!.length
  expect(Math.abs(mean)).toBeLessThan(0.05)
  expect(Math.abs(spread - 1)).toBeLessThan(0.06)
  const [a, b, again] = await drawn(3, 0, [7, 8, 7])
  expect(a).toEqual(again)
  expect(new Set([...a!, ...b!]).size).toBe(12)
  const [alone] = await drawn(1, 2, [7])
  // Numbers of a member stand `members` apart.
  expect(alone).toEqual([a![2], a![5]])
})

test('a draw that is no number of one is refused', async () => {
  await expect(drawn(1, 0, [-1])).rejects.toThrow(/noise: expected the number of a draw/)
  await expect(drawn(1, 0, [0.5])).rejects.toThrow(/got 0\.5/)
})
