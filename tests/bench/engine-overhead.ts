// Prints what the engine costs around players that compute next to nothing: `node tests/bench/engine-overhead.ts`.
import { createExperiment } from '@ganglion/engine'
import { num, sum } from '@ganglion/calculus'
import { defineDiscriminator, defineGenerator, type Plan } from '@ganglion/core'
import { buildPlan } from '@ganglion/plan'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const generator = defineGenerator({
  name: 'empty',
  source: 'bench',
  sizes: { components: 1 },
  parameters: ({ components }) => ({ means: [components] }),
  fixed: ({ components }) => ({ weights: [components] }),
  initial: () => ({ means: [0], weights: [1] }),
  measure: ({ weights, means }) => ({ kind: 'mixture', weights, means, deviation: num(1) }),
})
const discriminator = defineDiscriminator({
  name: 'empty',
  source: 'bench',
  sizes: { slopes: 1 },
  parameters: ({ slopes }) => ({ slope: [slopes] }),
  initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => sum(slope, (s) => s.times(x(0))),
  expectation: {
    mixture: ({ weights, means }, f, { slope }) =>
      f(sum(weights, (w, j) => w.times(means(j)).times(slope(0)))),
  },
})

async function measure(members: number, steps: number): Promise<number> {
  const base = await buildPlan((await registry.papers.li2017()).presets['fig1a']!.config, registry)
  const bare = { metrics: [], detectors: [], steps, every: steps, members }
  const plan: Plan = {
    ...base,
    ...bare,
    generator: { plugin: generator, sizes: { components: 1 }, options: {}, given: {} },
    discriminator: { plugin: discriminator, sizes: { slopes: 1 }, options: {}, given: {} },
  }
  const run = createExperiment(plan)
  let started = 0
  run.state$.subscribe((state) => state === 'running' && (started = performance.now()))
  const result = await run.done
  if (result.error) throw result.error
  return ((performance.now() - started) / steps) * 1e3
}

for (const [members, steps] of [
  [1, 300_000],
  [1024, 20_000],
] as const) {
  const microseconds: number[] = []
  for (let k = 0; k < 5; k++) microseconds.push(await measure(members, steps))
  console.log(
    `${members} members: ${Math.min(...microseconds).toFixed(3)} us a step, ${((Math.min(...microseconds) * 1e3) / members).toFixed(2)} ns a member`,
  )
}
