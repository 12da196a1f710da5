import { exp, square, type Expr, type Vec } from '@ganglion/calculus'
import { defineDiscriminator, defineObjective, type Discriminator } from '@ganglion/core'
import { expect, test } from 'vitest'
import { NotRun, type Case } from './case.ts'
import { findings } from './findings.ts'
import { testDiscriminator } from './test-discriminator.ts'
import { testObjective } from './test-objective.ts'

/** One bump of a trained place and height, both single numbers, without sizes. */
const bump = defineDiscriminator({
  name: 'bump',
  source: 'exp(-(x - center)^2)',
  parameters: () => ({ center: [], height: [] }),
  initial: (random) => ({ center: random.uniform(-1, 1), height: [1] }),
  critic: (x, { center, height }) => height.times(exp(square(x(0).minus(center)).neg())),
})

const planted = (fault: object): Discriminator => ({ ...bump, ...fault }) as Discriminator

async function notRun(cases: readonly Case[]): Promise<number> {
  let count = 0
  for (const { run } of cases)
    await new Promise((go) => go(run())).catch((e) => (count += e instanceof NotRun ? 1 : 0))
  return count
}

test('single numbers need neither sizes nor a list', async () => {
  expect(await findings(testDiscriminator(bump))).toEqual({})
  expect(bump.sizes).toEqual({})
})

const broken: readonly (readonly [string, object, RegExp])[] = [
  [
    'a critic that throws',
    {
      critic: () => {
        throw new Error('oops')
      },
    },
    /^critic threw: oops, at mistakes-once\.test\.ts:\d+$/,
  ],
  ['a critic without return', { critic: () => undefined }, /^critic returned nothing: with \{ \}/],
  ['a critic that is a number', { critic: () => 3 }, /^critic returned 3: expected an expression/],
  [
    'a scalar called',
    { critic: (_: unknown, state: { center: (i: number) => unknown }) => state.center(0) },
    /^critic threw: center is a single number: write center, not center\(0\), at mist/,
  ],
  ['a start without return', { initial: () => undefined }, /^initial returned nothing: with/],
  ['parameters without return', { parameters: () => undefined }, /^parameters returned nothing/],
]

test.each(broken)('%s is found once, the rest is not run', async (_, fault, told) => {
  const found = Object.values(await findings(testDiscriminator(planted(fault))))
  expect(found).toEqual([expect.stringMatching(told)])
  expect(await notRun(testDiscriminator(planted(fault)))).toBeGreaterThan(5)
})

test('every other kind tells a mistake once', async () => {
  const objective = defineObjective({
    name: 'empty',
    source: 'nowhere',
    f: () => undefined as never,
    g: (d) => d,
  })
  expect(Object.values(await findings(testObjective(objective)))).toEqual([
    expect.stringMatching(/^f returned nothing/),
  ])
})

test('what a case throws shows lines of the author, none of the suite', async () => {
  const critic = (): never => {
    throw new Error('oops')
  }
  for (const { run } of testDiscriminator(planted({ critic }))) {
    const error = await new Promise((go) => go(run())).catch((thrown: Error) => thrown)
    if (!(error instanceof Error) || error instanceof NotRun) continue
    expect(error.stack).toContain('mistakes-once.test.ts')
    expect(error.stack).not.toMatch(/src\/(?!mistakes-once\.test)[\w-]+\.ts:/)
  }
})

test('a critic that names its coordinates is told that its family is played in other dimensions', async () => {
  const plane = planted({
    sizes: { dimensions: 2 },
    critic: (x: Vec, { center, height }: { center: Expr; height: Expr }) =>
      height.times(
        exp(
          square(x(0).minus(center))
            .plus(square(x(1)))
            .neg(),
        ),
      ),
  })
  const found = await findings(testDiscriminator(plane))
  expect(Object.values(found)).toHaveLength(1)
  expect(Object.values(found)[0]).toMatch(
    /^critic threw: x has no element 1[^]*\nThis is the game in 1 dimension: .*Write x whole, e\.g\. sum\(x, /,
  )
})
