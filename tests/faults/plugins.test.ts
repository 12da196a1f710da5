import {
  defineMetric,
  type Detector,
  type Discriminator,
  type Dynamics,
  type Metric,
  type Plan,
} from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { planOf } from '../laws/game.ts'

const plan = await planOf('fig1a', { steps: 50 })
const best = await planOf('fig1c', { steps: 50 })

/** Throws when it is called for the n-th time. */
function trap(n: number): () => void {
  let calls = 0
  return () => {
    if (++calls === n) throw new Error('boom')
  }
}

// A frame stands before the first step, so the eighth call of what sees frames is step 7.
const throwing = (): Metric => {
  const spring = trap(8)
  return defineMetric({
    name: 'bad',
    source: 'none',
    needs: [],
    signals: ['bad'],
    number: () => (spring(), { bad: 1 }),
  })
}
const detector = (): Detector => {
  const spring = trap(8)
  return {
    ...plan.detectors[0]!,
    name: 'bad',
    needs: [],
    next: (memory) => (spring(), [memory, null]),
  }
}
const script = (): Dynamics => {
  const { plugin } = plan.dynamics
  const spring = trap(8)
  return {
    ...plugin,
    name: 'bad',
    script: (s) => ({
      ...plugin.script(s),
      step: (ports, memory) => (spring(), plugin.script(s).step(ports, memory)),
    }),
  }
}
const inside = (): Dynamics => {
  const { plugin } = plan.dynamics
  const spring = trap(8)
  return {
    ...plugin,
    name: 'bad',
    script: () => ({
      *step({ generator }) {
        yield* generator.measure()
        spring()
      },
    }),
  }
}
const answering = (change: () => Partial<Discriminator>): Plan => ({
  ...best,
  discriminator: { ...best.discriminator, plugin: { ...best.discriminator.plugin, ...change() } },
})

const faults: [string, () => Plan, { plugin: string; port: string; step: number }][] = [
  [
    'a metric throws at step 7',
    () => ({ ...plan, metrics: [throwing()] }),
    { plugin: 'metric:bad', port: 'number', step: 7 },
  ],
  [
    'a detector throws at step 7',
    () => ({ ...plan, detectors: [detector()] }),
    { plugin: 'detector:bad', port: 'next', step: 7 },
  ],
  [
    'a script throws before step 7',
    () => ({ ...plan, dynamics: { ...plan.dynamics, plugin: script() } }),
    { plugin: 'dynamics:bad', port: 'step', step: 7 },
  ],
  [
    'a script throws inside step 7',
    () => ({ ...plan, dynamics: { ...plan.dynamics, plugin: inside() } }),
    { plugin: 'dynamics:bad', port: 'step', step: 7 },
  ],
  [
    'best throws at step 7',
    () =>
      answering(() => {
        const spring = trap(8)
        const { best: honest } = best.discriminator.plugin
        return { best: (...laws) => (spring(), honest!(...laws)) }
      }),
    { plugin: 'discriminator:interval', port: 'best', step: 7 },
  ],
  [
    'best answers a wrong length',
    () => answering(() => ({ best: () => ({ left: [0], right: [1, 2] }) })),
    { plugin: 'discriminator:interval', port: 'best', step: 0 },
  ],
  [
    'a metric answers a wrong shape',
    () => ({
      ...plan,
      members: 2,
      metrics: [
        defineMetric({
          name: 'bad',
          source: 'none',
          needs: [],
          signals: ['bad', 'worse'],
          number: () => ({ bad: 1 }),
        }),
      ],
    }),
    { plugin: 'metric:bad', port: 'number', step: 0 },
  ],
  [
    'a start has a wrong length',
    () => ({
      ...plan,
      discriminator: {
        ...plan.discriminator,
        given: {},
        plugin: { ...plan.discriminator.plugin, initial: () => ({ left: [0], right: [1] }) },
      },
    }),
    { plugin: 'discriminator:interval', port: 'initial', step: 0 },
  ],
]

test.each(faults)('%s: the run ends failed and says where', async (_, broken, where) => {
  const result = await createExperiment(broken()).done
  expect(result.outcome).toBe('failed')
  expect(result.error).toMatchObject(where)
  expect(result.error!.message).toContain(where.plugin)
  const after = await createExperiment(plan).done
  expect(after.error).toBeUndefined()
})
