import { combine, defineDynamics, seen, type Frame, type Plan, type Ports } from '@ganglion/core'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { bitsOf, crowd, planOf, play } from './game.ts'

const members = 5
const steps = 60
const game = (...over: Record<string, unknown>[]) =>
  planOf('fig1b', crowd, { members, steps, every: steps }, ...over)
const bits = (frame: Frame): string[] =>
  Array.from({ length: frame.members }, (_, member) => bitsOf(frame, member))
const final = async (plan: Plan): Promise<string[]> => bits((await play(plan)).final)

/** Alternating steps by hand: both players go the other way. */
const against = defineDynamics({
  name: 'against',
  source: 'alternating with both signs exchanged',
  options: { generatorRate: 0.1, discriminatorRate: 0.1 },
  script: ({ generatorRate, discriminatorRate }) => ({
    *step({ generator, discriminator }: Ports) {
      const measure = yield* generator.measure()
      const { ascent } = yield* discriminator.respond(measure)
      yield* discriminator.ascend(combine([[-1, ascent]]), discriminatorRate)
      const { critique } = yield* discriminator.respond(measure)
      const pulled = yield* generator.pull(critique)
      yield* generator.descend(combine([[-1, pulled]]), generatorRate)
    },
  }),
})

test('mirrored alternating = alternating by hand with both signs exchanged, bit for bit', async () => {
  const mirrored = await game({ mirrored: true, dynamics: { plugin: 'alternating' } })
  const options = { generatorRate: 0.1, discriminatorRate: 0.1 }
  const byHand = { ...(await game()), dynamics: { plugin: against, sizes: {}, options } }
  const [there, here] = [await final(mirrored), await final(byHand)]
  expect(there).toEqual(here)
  expect(there).not.toEqual(await final(await game({ dynamics: { plugin: 'alternating' } })))
})

test('mirrored twice is plain, bit for bit', async () => {
  for (const plugin of ['simultaneous', 'best-response', 'unrolled']) {
    const plan = await game({ dynamics: { plugin } })
    const twice = seen({ ...seen({ ...plan, mirrored: true }), mirrored: true })
    expect(await final({ ...twice, mirrored: false })).toEqual(await final(plan))
  }
})

test('frames tell the payoff of the game, not what the players see', async () => {
  const [plain, mirrored] = [await game(), await game({ mirrored: true })]
  const payoffs = async (plan: Plan) =>
    Array.from((await play({ ...plan, steps: 1, every: 1 })).final.signals['payoff']!.numbers)
  // A step of 0 leaves both where they began.
  const still = { dynamics: { plugin: 'simultaneous', generatorRate: 0, discriminatorRate: 0 } }
  expect(await payoffs(await game({ mirrored: true }, still))).toEqual(
    await payoffs(await game(still)),
  )
  const [up, down] = [await payoffs(plain), await payoffs(mirrored)]
  expect(up.some((value, m) => value > down[m]!)).toBe(true)
})

test('best answers the mirrored question: what is generated stands where the target stood', async () => {
  const still = { dynamics: { plugin: 'best-response', generatorRate: 0 } }
  const ends = async (over: Record<string, unknown>) => {
    const { final: frame } = await play({ ...(await game(still, over)), steps: 1, every: 1 })
    return { payoff: frame.signals['payoff']!.numbers, left: frame.signals['discriminator.left'] }
  }
  const [plain, mirrored] = [await ends({}), await ends({ mirrored: true })]
  // V - 1 is the gain of the intervals: the best is as much above 1 as the mirrored best is below, for F has mean 0.
  plain.payoff.forEach((value, m) => {
    expect(value).toBeGreaterThan(1)
    expect(mirrored.payoff[m]!).toBeLessThan(1)
    expect(mirrored.payoff[m]! + value).toBeCloseTo(2, 9)
  })
})

test.each(Object.keys(registry.dynamics))(
  '%s plays mirrored games, in chunks too',
  async (plugin) => {
    const over = { mirrored: true, steps: 12, every: 12, dynamics: { plugin } }
    const together = (await play(await game(over))).final
    const one = { ...(await game(over)), members: 1 }
    for (const member of [0, members - 1]) {
      const alone = (await play(one, { firstMember: member })).final
      expect(bitsOf(alone, 0)).toBe(bitsOf(together, member))
    }
    expect(bits(together)).not.toEqual(await final(await game({ ...over, mirrored: false })))
  },
)
