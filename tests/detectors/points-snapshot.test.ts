import { defineMetric, list, type Frame, type Plan } from '@ganglion/core'
import { createExperiment, type ExperimentOptions } from '@ganglion/engine'
import { buildPlan, type Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** Crosses the line that it is asked about, so what is remembered matters. */
const crossing = defineMetric({
  name: 'crossing',
  source: 'test',
  needs: ['generator.positions'],
  signals: ['crossed'],
  remembers: true,
  number: ({ step, signals }, before) => {
    const moved = Math.abs(list(signals['generator.positions'])[0]!) !== 0
    return { crossed: before ? Number(before['crossed']) + (moved ? 1 : 0) : step }
  },
})

const planned = async (over: Config = {}): Promise<Plan> => {
  const plan = await buildPlan(
    {
      target: { kind: 'ring', points: 3, radius: 1 },
      generator: { plugin: 'points', points: 2, dimensions: 2 },
      discriminator: { plugin: 'features', features: 3, dimensions: 2 },
      dynamics: { plugin: 'simultaneous', generatorRate: 0.3, discriminatorRate: 0.2 },
      metrics: ['wasserstein', 'distance-trace'],
      detectors: [],
      steps: 20,
      members: 3,
      seed: 5,
      ...over,
    },
    registry,
  )
  return { ...plan, metrics: [...plan.metrics, crossing] }
}

const names = ['w2', 'w2Start', 'w2Ratio', 'distance', 'firstWithin', 'withinSince', 'crossed']
const remembered = ({ signals }: Frame) => names.map((name) => [name, ...signals[name]!.numbers])

async function played(plan: Plan, options: ExperimentOptions = {}) {
  const result = await createExperiment(plan, options).done
  if (result.error) throw result.error
  return result.final
}

test('what metrics remember goes through a snapshot, and is kept for each member', async () => {
  const plan = await planned()
  const whole = await played(plan)
  const live = createExperiment(plan, { paused: true })
  await new Promise<void>((resolve) =>
    live.state$.subscribe((state) => state === 'paused' && resolve()),
  )
  live.controls.step(9)
  const from = structuredClone(live.snapshot())
  expect(remembered(await played(plan, { from }))).toEqual(remembered(whole))
  expect([...whole.signals['crossed']!.numbers]).toEqual([20, 20, 20])
  expect(new Set(whole.signals['w2Start']!.numbers).size).toBe(3)
})

test('plugins that are given frozen numbers remember all the same', async () => {
  const plan = await planned()
  expect(remembered(await played(plan, { frozen: true }))).toEqual(remembered(await played(plan)))
})
