import { defineMetric, type Frame, type Plan } from '@ganglion/core'
import { createExperiment, type ExperimentOptions } from '@ganglion/engine'
import { buildPlan, type Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** A generated point swings about a true one and comes to rest there. */
const planned = (over: Config = {}): Promise<Plan> =>
  buildPlan(
    {
      target: { kind: 'points', positions: [[0, 0]], masses: [1] },
      generator: { plugin: 'points', points: 1, dimensions: 2 },
      discriminator: { plugin: 'kernel', kernel: 'rbf', sigma: 2, lambda: 0.5, capacity: 600 },
      dynamics: { plugin: 'simultaneous', generatorRate: 0.1, discriminatorRate: 0.1 },
      metrics: ['distance-trace', 'wasserstein'],
      detectors: [],
      steps: 430,
      members: 3,
      seed: 5,
      ...over,
    },
    registry,
  )

const dates = ({ signals }: Frame) =>
  ['firstWithin', 'withinSince', 'distance', 'w2'].map((name) => [...signals[name]!.numbers])

async function ended(plan: Plan, options: ExperimentOptions = {}): Promise<Frame> {
  const result = await createExperiment(plan, options).done
  if (result.error) throw result.error
  return result.final
}

test('arrival is dated to the step, however few frames are kept', async () => {
  const known = dates(await ended(await planned({ every: 1 })))
  // Nobody arrives at a multiple of 7 or 100 alone, and one leaves and comes back.
  const [first, since] = known as [number[], number[]]
  expect(first.some((step) => step % 7 !== 0 && step % 100 !== 0)).toBe(true)
  expect(since.some((step, m) => step > first[m]!)).toBe(true)
  for (const every of [7, 1000]) expect(dates(await ended(await planned({ every })))).toEqual(known)
})

test('it goes through a snapshot that is taken between frames, and through chunks', async () => {
  const plan = await planned({ every: 200 })
  const known = dates(await ended(plan))
  const live = createExperiment(plan, { paused: true })
  await new Promise<void>((resolve) =>
    live.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  live.controls.step(Math.max(...known[0]!) + 1)
  const from = structuredClone(live.snapshot())
  expect(dates(await ended(plan, { from }))).toEqual(known)
  const one = await planned({ every: 200, members: 1 })
  const alone = dates(await ended(one, { firstMember: 1 }))
  expect(alone).toEqual(known.map((numbers) => [numbers[1]]))
})

test('what only frames have cannot be measured at every step', () => {
  const form = { name: 'm', source: 'test', signals: ['a'], number: () => ({ a: 0 }) }
  expect(() =>
    defineMetric({ ...form, needs: ['payoff'], remembers: true, everyStep: true }),
  ).toThrow(/cannot need payoff, which frames alone have/)
  expect(() => defineMetric({ ...form, needs: [], everyStep: true })).toThrow(/remembers: true/)
})
