import { refuseImpossible } from '@ganglion/engine'
import { buildPlan, type Config, type ConfigError } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { bitsOf, play } from './game.ts'

const rest: Config = { steps: 25, every: 25, members: 3, metrics: [], detectors: [] }
const ring: Config = { kind: 'ring', points: 4 }
const bells: Config = { kind: 'mixture', means: [-1, 1], deviation: 0.5 }
const features: Config = { plugin: 'features', features: 3, sigma: 0.7 }

/** Every pair of players that can be at a game of features, by the kinds of its laws. */
const games: Readonly<Record<string, Config>> = {
  'points in the plane': {
    target: ring,
    generator: { plugin: 'points', points: 3 },
    discriminator: features,
  },
  'points on the line': {
    target: { kind: 'grid', side: 3, dimensions: 1 },
    generator: { plugin: 'points', points: 2, dimensions: 1 },
    discriminator: { ...features, dimensions: 1 },
  },
  'a mixture': {
    target: bells,
    generator: { plugin: 'mixture' },
    discriminator: { ...features, dimensions: 1 },
  },
  'a mixture against points': {
    target: { kind: 'grid', side: 3, dimensions: 1 },
    generator: { plugin: 'mixture' },
    discriminator: { ...features, dimensions: 1 },
  },
  'points against a mixture': {
    target: bells,
    generator: { plugin: 'points', points: 2, dimensions: 1 },
    discriminator: { ...features, dimensions: 1 },
  },
}
const dynamics: readonly Config[] = [
  { plugin: 'simultaneous' },
  { plugin: 'alternating' },
  { plugin: 'unrolled', steps: 3 },
  { plugin: 'stale', steps: 3 },
  { plugin: 'best-response' },
]

const planOf = (...over: Config[]) =>
  buildPlan(Object.assign({}, rest, ...over) as Config, registry)

/** Plays a game by one dynamics: it is finite, it moves, and each member ends as if alone. */
async function ended(game: Config, one: Config): Promise<string> {
  const plan = await planOf(game, { dynamics: one })
  const { final, steps } = await play(plan)
  expect(steps).toBe(25)
  for (const [name, { numbers }] of Object.entries(final.signals))
    expect([...numbers].every(Number.isFinite), name).toBe(true)
  const alone = await play({ ...plan, members: 1 }, { firstMember: 2 })
  expect(bitsOf(alone.final, 0)).toBe(bitsOf(final, 2))
  return bitsOf(final, 0)
}

test.each(Object.entries(games))(
  'features judge %s: simultaneous, alternating, unrolled, stale and best-response run, and differ',
  async (_, game) => {
    const ends = [bitsOf((await play(await planOf(game, still))).final, 0)]
    for (const one of dynamics) ends.push(await ended(game, one))
    expect(new Set(ends).size).toBe(1 + dynamics.length)
  },
  30_000,
)

/** One step at rate 0: where the game begins. */
const still: Config = {
  steps: 1,
  every: 1,
  dynamics: { plugin: 'simultaneous', generatorRate: 0, discriminatorRate: 0 },
}

test('intervals against points are refused while planning, with the reason', async () => {
  const interval = { plugin: 'interval' }
  const line = { plugin: 'points', dimensions: 1 }
  const grid = { kind: 'grid', side: 3, dimensions: 1 }
  const plan = await planOf({ target: grid, generator: line, discriminator: interval })
  expect(() => refuseImpossible(plan)).toThrow(
    'discriminator interval is flat in x almost everywhere: it can teach points nothing. Use a generator of mixtures, or a discriminator with a slope.',
  )
  const mixture = await planOf({
    target: bells,
    generator: { plugin: 'mixture' },
    discriminator: interval,
  })
  expect(() => refuseImpossible(mixture)).not.toThrow()
})

test('the best intervals against points are refused by the plan: in its place, with the reason', async () => {
  const interval = { plugin: 'interval' }
  const grid = { kind: 'grid', side: 3, dimensions: 1 }
  const best = { dynamics: { plugin: 'best-response' }, discriminator: interval }
  const problems = async (game: Config) =>
    planOf({ ...best, ...game }).then(
      () => [],
      (error: unknown) => (error as ConfigError).problems,
    )
  const reason = expect.stringMatching(
    /^dynamics best-response needs `best` of discriminator interval, .*known for mixtures only/,
  )
  const mixture = { plugin: 'mixture' }
  const points = { plugin: 'points', dimensions: 1 }
  const inTarget = [{ path: 'target', message: reason }]
  expect(await problems({ target: grid, generator: mixture })).toEqual(inTarget)
  // Draws of a mixture are points.
  expect(await problems({ target: { ...bells, draws: 4 }, generator: mixture })).toEqual(inTarget)
  const inGenerator = [{ path: 'generator', message: reason }]
  expect(await problems({ target: bells, generator: points })).toEqual(inGenerator)
  expect(await problems({ target: bells, generator: mixture })).toEqual([])
  // One that knows points is not refused, nor is one that is asked for nothing.
  const kernel = { plugin: 'kernel', dimensions: 1 }
  expect(await problems({ target: grid, generator: mixture, discriminator: kernel })).toEqual([])
  const dynamics = { plugin: 'simultaneous' }
  expect(await problems({ target: grid, generator: mixture, dynamics })).toEqual([])
})

test('laws in spaces that differ are refused', async () => {
  const plan = await planOf({
    target: ring,
    generator: { plugin: 'mixture' },
    discriminator: { plugin: 'interval' },
  })
  expect(() => refuseImpossible(plan)).toThrow(
    'the target has 2 dimensions, what is generated is a mixture, on the line: both must have as many dimensions',
  )
})

test('best answers without a ridge are a failure that says why', async () => {
  const plan = await planOf(games['points in the plane']!, {
    discriminator: { ...features, lambda: 0 },
    dynamics: { plugin: 'best-response' },
  })
  await expect(play(plan)).rejects.toThrow('needs a ridge: expected lambda above 0, got 0')
})
