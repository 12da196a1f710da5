import type { Block, Plan, Rate, Response } from '@ganglion/core'
import { createExperiment, type ExperimentOptions } from '@ganglion/engine'
import { exact } from '@ganglion/kernels'
import { buildPlan, type Config } from '@ganglion/plan'
import { expect, test } from 'vitest'
import { layTable } from '../../packages/engine/src/table.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { bitsOf, play } from './game.ts'

const square = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/** Four points against a kernel in function space, as becker2022 plays them, with larger steps. */
const config: Config = {
  target: { kind: 'points', positions: square },
  generator: { plugin: 'points', points: 4, dimensions: 2, initial: 'random' },
  discriminator: { plugin: 'kernel', capacity: 48, sigma: 0.5, lambda: 0.1 },
  objective: { plugin: 'mean-difference' },
  dynamics: { plugin: 'simultaneous', generatorRate: 0.05, discriminatorRate: 0.05 },
  metrics: [],
  detectors: [],
  steps: 40,
  every: 40,
  seed: 5,
}

/** A plan with options laid over its sections. */
const planOf = (over: Record<string, object | number> = {}): Promise<Plan> => {
  const sections = Object.entries({ ...config, ...over }).map(([name, section]) => {
    const own = (config as Record<string, unknown>)[name]
    return [name, typeof section === 'object' ? { ...(own as object), ...section } : section]
  })
  const lists = { metrics: [], detectors: [] }
  return buildPlan({ ...Object.fromEntries(sections), ...lists } as Config, registry)
}

const run = async (over: Record<string, object | number> = {}, options?: ExperimentOptions) =>
  play(await planOf(over), options)

test('members at once are members alone, bit for bit, whoever grows beside them', async () => {
  const members = 5
  const together = await run({ members }, { poison: true })
  const bits = new Set<string>()
  const one = await planOf({ members: 1 })
  for (let member = 0; member < members; member++) {
    const alone = await play(one, { firstMember: member })
    expect(bitsOf(alone.final, 0)).toBe(bitsOf(together.final, member))
    bits.add(bitsOf(alone.final, 0))
  }
  expect(bits.size).toBe(members)
})

const paused = (live: ReturnType<typeof createExperiment>) =>
  new Promise<void>((resolve) => live.state$.subscribe((state) => state === 'paused' && resolve()))

test('a snapshot holds what has grown: the rest of the game is the same, bit for bit', async () => {
  const plan = await planOf({ members: 3 })
  const whole = await play(plan)
  const live = createExperiment(plan, { paused: true })
  await paused(live)
  live.controls.step(33)
  const snapshot = structuredClone(live.snapshot())
  const used = snapshot.players.discriminator.state['used']!
  expect(Math.min(...used)).toBeGreaterThan(8)
  const rest = await play(plan, { from: snapshot })
  for (let member = 0; member < 3; member++)
    expect(bitsOf(rest.final, member)).toBe(bitsOf(whole.final, member))
})

test('room that is not used changes no bit', async () => {
  const over = { steps: 100, every: 100, members: 2 }
  const [tight, wide] = [
    await run({ ...over, discriminator: { capacity: 110 } }),
    await run({ ...over, discriminator: { capacity: 5000 } }),
  ]
  // More than the least part of a state that has programs of its own.
  expect(Math.max(...tight.final.signals['discriminator.used']!.numbers)).toBeGreaterThan(64)
  for (const name of ['generator.positions', 'payoff', 'gradient.generator', 'discriminator.used'])
    expect([...wide.final.signals[name]!.numbers]).toEqual([...tight.final.signals[name]!.numbers])
})

test('shared centroids stay near the full history, and hold fewer atoms', async () => {
  const over = {
    steps: 300,
    every: 300,
    dynamics: { generatorRate: 0.01, discriminatorRate: 0.01 },
  }
  const at = async (merging: number, capacity: number) => {
    const { final } = await run({ ...over, discriminator: { merging, capacity } })
    const positions = [...final.signals['generator.positions']!.numbers]
    return { positions, used: final.signals['discriminator.used']!.numbers[0]! }
  }
  const [full, half, shared] = [await at(0, 1300), await at(0.025, 256), await at(0.05, 256)]
  const away = ({ positions }: typeof full) =>
    Math.max(...positions.map((x, k) => Math.abs(x - full.positions[k]!)))
  // D is 0 in the first step: nothing moves, and the second finds all where they were.
  expect(full.used).toBe(4 + 4 * 299)
  expect(shared.used).toBeLessThan(200)
  // Of ways of about 1; an error of second order in the radius.
  expect(away(shared)).toBeLessThan(5e-4)
  expect(away(half)).toBeLessThan(away(shared) / 2)
})

/** The discriminator of a plan after some steps against what is generated at the start, moved a little in one cell. */
async function tableOf(plan: Plan, cell = 0, by = 0) {
  const { generator, discriminator } = layTable(plan, {
    backend: exact,
    firstMember: 0,
    poison: true,
  })
  generator.player.state['positions']!.numbers[cell]! += by
  return { discriminator, measure: generator.measure() }
}

const rateOf = (value: number): Rate => {
  const block: Block = { cells: 1, members: 1, layout: 'lanes', numbers: Float64Array.of(value) }
  return { type: 'rate', option: 'discriminatorRate', block }
}

test.each([1, 3, 10])(
  'looking %i steps ahead is the slope of that many real steps',
  async (steps) => {
    const plan = await planOf({ discriminator: { merging: 0, capacity: 12 }, members: 1 })
    const rate = rateOf(0.3)
    const payoffAfter = async (cell: number, by: number) => {
      const { discriminator, measure } = await tableOf(plan, cell, by)
      for (let k = 0; k < steps; k++) {
        const { ascent } = discriminator.respond(measure)
        discriminator.ascend(ascent, rate)
      }
      return discriminator.respond(measure).payoff.numbers[0]!
    }
    const { discriminator, measure } = await tableOf(plan)
    const { critique } = discriminator.respond(measure, { after: { steps, rate } })
    const total = critique.coordinates['positions']!.numbers
    expect(Math.max(...total.map(Math.abs))).toBeGreaterThan(0.01)
    for (const cell of [0, 3, 6]) {
      const slope = async (h: number) =>
        ((await payoffAfter(cell, h)) - (await payoffAfter(cell, -h))) / (2 * h)
      const h = 2e-3
      const wanted = (4 * (await slope(h)) - (await slope(2 * h))) / 3
      expect(Math.abs(total[cell]! - wanted)).toBeLessThan(1e-8)
    }
  },
)

test.each([
  [{ plugin: 'simultaneous' }],
  [{ plugin: 'alternating', discriminatorSteps: 2 }],
  [{ plugin: 'unrolled', steps: 3 }],
  [{ plugin: 'stale', steps: 2 }],
])('%j plays with points and with mixtures', async (dynamics) => {
  const points = await run({ dynamics, discriminator: { capacity: 400 } }, { poison: true })
  expect(points.outcome).toBe('exhausted')
  const mixture = await play(
    await buildPlan(
      {
        target: { kind: 'mixture', weights: [0.5, 0.5], means: [-0.5, 0.5], deviation: 1 },
        generator: { plugin: 'mixture', means: [-1, 2.5], weights: [0.5, 0.5] },
        discriminator: { plugin: 'kernel', dimensions: 1, capacity: 400 },
        objective: { plugin: 'mean-difference' },
        dynamics,
        metrics: [],
        detectors: [],
        steps: 40,
      } as Config,
      registry,
    ),
    { poison: true },
  )
  const { numbers } = mixture.final.signals['generator.means']!
  expect(numbers[0]).not.toBe(-1)
  expect([...numbers].every(Number.isFinite)).toBe(true)
})

test('best-response stands at the converged discriminator', async () => {
  const dynamics = { plugin: 'best-response', generatorRate: 0.01 }
  const plan = await buildPlan({ ...config, dynamics, steps: 50, every: 50 } as Config, registry)
  const { final } = await play(plan)
  const scale = final.signals['discriminator.coefficients']!.numbers
  expect(scale[0]).toBeCloseTo(0.25 / 0.1, 12)
})

test.each([
  ['a full history', { discriminator: { capacity: 9 } }, /Raise discriminator\.capacity/],
  [
    'noise in its ascent',
    { dynamics: { plugin: 'noisy', inner: 'simultaneous' } },
    /moves along its own ascent.*combined/,
  ],
])('%s is refused with a sentence', async (_, over, sentence) => {
  const { error, outcome } = await createExperiment(await planOf(over)).done
  expect(outcome).toBe('failed')
  expect(error!.message).toMatch(sentence)
  expect(error!.message).toContain('discriminator:kernel')
})

test('an ascent that was told at another place is refused', async () => {
  const { discriminator, measure } = await tableOf(await planOf())
  const answer: Response = discriminator.respond(measure)
  discriminator.ascend(answer.ascent, rateOf(0.1))
  expect(() => discriminator.ascend(answer.ascent, rateOf(0.1))).toThrow('told at another place')
})
