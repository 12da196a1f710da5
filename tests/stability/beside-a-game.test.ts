import { createExperiment, type Config, type Moment } from 'ganglion'
import { prepare } from 'ganglion/prepare'
import {
  analyse,
  JointMap,
  modulus,
  pointOf,
  stabilityOf,
  TooManyCoordinates,
} from 'ganglion/stability'
import { expect, test } from 'vitest'
import { fadingEigenvalues } from '../../packages/stability/src/fading.ts'

/** A game after so many steps, and where it stands then. */
async function after(target: string | Config, steps: number, set: readonly string[] = []) {
  const plan = await prepare(target, { seed: 2, steps, set: [...set, 'metrics=[]'] })
  const run = createExperiment(plan)
  let moment: Moment | null = null
  run.frames$.subscribe(() => (moment = run.moment()))
  await run.done
  return { plan, moment: moment! }
}

test('random features only fade: a few directions tell all eigenvalues', async () => {
  const features = ['discriminator.features=40']
  const { plan, moment } = await after('becker2022/fig1-features', 40, features)
  const map = new JointMap(plan)
  const point = pointOf(moment)
  const found = fadingEigenvalues(map, point, map.sections(point))!
  const all = analyse(plan, point, 'step').eigenvalues
  expect(found).toHaveLength(56)
  found.forEach((z, k) => expect(modulus(z)).toBeCloseTo(modulus(all[k]!), 11))
}, 60_000)

test('a thousand features are judged beside the game', async () => {
  const { plan, moment } = await after('becker2022/fig1-features', 20)
  const { coordinates, eigenvalues, radius } = stabilityOf(plan, moment)
  expect(coordinates).toBe(1016)
  expect(eigenvalues).toHaveLength(1016)
  expect(radius).toBeGreaterThan(0.97)
}, 60_000)

test('so is a discriminator whose state grows, as `analyse` does', async () => {
  const { plan, moment } = await after('becker2022/fig4-sum-exact', 5)
  const { radius, verdict, step } = stabilityOf(plan, moment)
  const all = analyse(plan, pointOf(moment), 'step')
  expect(step).toBe(5)
  expect([radius, verdict]).toEqual([all.radius, all.verdict])
}, 60_000)

test('too many points are refused, with advice', async () => {
  const { plan, moment } = await after(
    {
      target: { kind: 'ring', points: 4, radius: 1 },
      generator: { plugin: 'points', points: 220, dimensions: 2 },
      discriminator: { plugin: 'features', features: 10, dimensions: 2 },
      dynamics: { plugin: 'simultaneous', generatorRate: 0.01, discriminatorRate: 0.01 },
      objective: 'mean-difference',
      optimizer: 'sgd',
    },
    1,
  )
  expect(() => stabilityOf(plan, moment)).toThrow(TooManyCoordinates)
  expect(() => stabilityOf(plan, moment)).toThrow(/450 coordinates.*at most 400.*ganglion analyse/)
}, 60_000)

test('what moves fastest halves or doubles in so many steps', async () => {
  const { plan, moment } = await after('li2017/fig1a', 1)
  const { movingRadius, twofold } = stabilityOf(plan, moment)
  let growth = 1
  for (let k = 0; k < Math.round(twofold); k++) growth *= movingRadius
  expect(movingRadius > 1 ? growth : 1 / growth).toBeCloseTo(2, 1)
})
