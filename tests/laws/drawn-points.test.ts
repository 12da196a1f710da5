import { square } from '@ganglion/calculus'
import { asPoints, defineObjective, type Plan } from '@ganglion/core'
import { refuseImpossible } from '@ganglion/engine'
import { buildPlan, ConfigError, type Config } from '@ganglion/plan'
import { testGenerator } from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import mixture from '../../plugins/generators/mixture/mixture.ts'
import { game, kernel, planOf } from './drawn-game.ts'
import { play } from './game.ts'

const laplacian: Config = { discriminator: { ...kernel, kernel: 'laplacian' } }
const signalsOf = (plan: Plan) => Object.keys(plan.generator.sizes)

/** Their points are on an axis that is no size alone, and weights that are trained freely are no law's. */
const others = /^definition: shapes|a law .* with learned weights$/

conform(
  'generators: draws of a mixture',
  testGenerator(asPoints(mixture), { sizes: { components: 3, draws: 2 } }).filter(
    ({ name }) => !others.test(name),
  ),
)

test('closed forms come first: nothing is drawn for a kernel that knows mixtures', async () => {
  const plan = await planOf()
  expect(plan.target.kind).toBe('mixture')
  expect(signalsOf(plan)).not.toContain('draws')
})

test('without a closed form both laws are told as points, the same for the same seed', async () => {
  const [plan, again, other] = [
    await planOf(laplacian),
    await planOf(laplacian),
    await planOf(laplacian, { seed: 2 }),
  ]
  expect(plan.config['generator']).toMatchObject({ plugin: 'mixture', draws: 32 })
  expect(plan.target).toMatchObject({ kind: 'points' })
  expect(plan.target.kind === 'points' && plan.target.masses).toHaveLength(64)
  expect(again.hash).toBe(plan.hash)
  expect(other.target).not.toEqual(plan.target)
  // What a plan says is what it is built of again.
  expect((await buildPlan(plan.config, registry)).hash).toBe(plan.hash)
})

test('whoever asks for draws has them: of the target, of the generator, each as many as asked', async () => {
  const target = { ...(game['target'] as Config), draws: 3 }
  const generator = { ...(game['generator'] as Config), draws: 5 }
  expect((await planOf({ target })).target).toMatchObject({
    kind: 'points',
    masses: [0.25 / 3, 0.25 / 3, 0.25 / 3, 0.25, 0.25, 0.25],
  })
  const { final } = await play(await planOf({ generator }))
  expect(final.signals['generator.positions']?.numbers).toHaveLength(10)
  expect([...final.signals['generator.masses']!.numbers]).toEqual(
    Array.from({ length: 10 }, () => 0.1),
  )
})

test('a critic alone and a curved objective are judged by draws', async () => {
  const features = (await registry.discriminators.features!()) as unknown as { expectation: object }
  const { expectation: _, ...alone } = features
  const curved = defineObjective({
    name: 'curved',
    source: 'a test',
    f: (critic) => square(critic.minus(1)).neg(),
    g: (critic) => square(critic).neg(),
  })
  const known = {
    ...registry,
    discriminators: { ...registry.discriminators, bare: () => Promise.resolve(alone) },
    objectives: { ...registry.objectives, curved: () => Promise.resolve(curved) },
  }
  for (const [plugin, objective, draws] of [
    ['features', 'mean-difference', false],
    ['bare', 'mean-difference', true],
    ['features', 'curved', true],
  ] as const) {
    const discriminator = { plugin, dimensions: 1, features: 4 }
    const plan = await buildPlan({ ...game, discriminator, objective }, known)
    expect(signalsOf(plan).includes('draws'), `${plugin}, ${objective}`).toBe(draws)
    const { final } = await play(plan)
    expect(final.signals['generator.means']!.numbers.every(Number.isFinite)).toBe(true)
  }
})

test('draws are refused where they teach nothing, and where no mass is told', async () => {
  const generator = { ...(game['generator'] as Config), draws: 4 }
  const flat = await planOf({ generator, discriminator: { plugin: 'interval' } })
  expect(() => refuseImpossible(flat)).toThrow('flat in x almost everywhere')
  await expect(planOf(laplacian, { geometry: 'mass' })).rejects.toThrow(ConfigError)
  await expect(planOf(laplacian, { geometry: 'mass' })).rejects.toThrow(
    'mass is not known for draws of a mixture',
  )
  await expect(planOf({ generator: { ...generator, draws: 0 } })).rejects.toThrow('generator.draws')
})
