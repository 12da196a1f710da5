import { defineDynamics, type Blocks } from '@ganglion/core'
import { analyse, NoJacobian, reached } from '@ganglion/stability'
import { expect, test } from 'vitest'
import { agreeing, planned } from './agreement.ts'

test.each([[['dynamics=alternating']], [['dynamics=unrolled', 'dynamics.steps=3']]])(
  'interval x mixture, %j',
  async (set) => {
    await agreeing(await planned(set), 50)
  },
)

test('what a stale dynamics remembers is part of the state, and refused while it grows', async () => {
  const plan = await planned(['dynamics=stale', 'dynamics.steps=3'])
  const early = await reached(plan, 1)
  expect(() => analyse(plan, early, 'step')).toThrow(/still grows at step 1/)
  const found = analyse(plan, await reached(plan, 3), 'step')
  expect(found.linearisation.sections.some(({ path }) => path.startsWith('memory.ring.2'))).toBe(
    true,
  )
  // Rings forget: what is shifted out has eigenvalue 0.
  expect(found.eigenvalues.at(-1)).toMatchObject({ re: 0, im: 0 })
})

test('a planted fault is seen: a script that adds numbers by itself', async () => {
  const sly = defineDynamics({
    name: 'sly',
    source: 'a test',
    options: { generatorRate: 0.1, discriminatorRate: 0.1 },
    script: ({ generatorRate, discriminatorRate }) => ({
      *step({ generator, discriminator }) {
        const { ascent, critique } = yield* discriminator.respond(yield* generator.measure())
        const twice = Object.entries(ascent.blocks as Blocks).map(([name, b]) => [
          name,
          { ...b, numbers: b.numbers.map((x) => 2 * x) },
        ])
        yield* discriminator.ascend(
          { ...ascent, blocks: Object.fromEntries(twice) },
          discriminatorRate,
        )
        yield* generator.descend(critique, generatorRate)
      },
    }),
  })
  const dynamics = {
    plugin: sly,
    sizes: {},
    options: { generatorRate: 0.1, discriminatorRate: 0.1 },
  }
  const plan = { ...(await planned([])), dynamics }
  const honest = await planned(['dynamics=simultaneous'])
  expect(analyse(plan, await reached(plan, 2), 'step').difference).toBeGreaterThan(1e-3)
  expect(analyse(honest, await reached(honest, 2), 'step').difference).toBeLessThan(1e-8)
})

test('best answers and noise are refused, each with its reason', async () => {
  const jumping = await planned(['dynamics=best-response'])
  const start = await reached(jumping, 1)
  expect(() => analyse(jumping, start, 'step')).toThrow(NoJacobian)
  expect(() => analyse(jumping, start, 'step')).toThrow(/interval jumps to its best answer/)
  const noisy = await planned([
    'dynamics=noisy',
    'dynamics.inner=simultaneous',
    'dynamics.generatorNoiseRate=0.1',
  ])
  const shaken = analyse(noisy, await reached(noisy, 2), 'step')
  expect(shaken.random).toBe(true)
  expect(shaken.difference).toBeLessThan(1e-8)
  const there = await reached(noisy, 2)
  expect(() => analyse(noisy, there, 'equilibrium')).toThrow(/draws random numbers/)
})
