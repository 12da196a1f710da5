import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineDiscriminator, exp, num, select, sum, type Discriminator } from 'ganglion/plugin'
import type { Plan } from '@ganglion/core'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { cells, difference, table } from '../contracts/table.ts'

const plugins = join(dirname(fileURLToPath(import.meta.url)), '../../plugins')

test('no file of a plugin holds a derivative', () => {
  const files = readdirSync(plugins, { recursive: true, encoding: 'utf8' }).filter(
    (f) => f.endsWith('.ts') && !f.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(20)
  for (const file of files)
    expect(readFileSync(join(plugins, file), 'utf8'), file).not.toMatch(
      /\b(gradient|tangent)\(|import .*\b(gradient|tangent)\b/,
    )
})

async function against(plugin: Discriminator, options: Record<string, number | string>) {
  const mixture = await registry.generators.mixture()
  const target: Plan['target'] = {
    kind: 'mixture',
    weights: [0.3, 0.7],
    means: [-0.5, 0.8],
    deviation: 1,
  }
  return table({
    target,
    generator: { plugin: mixture, sizes: mixture.sizes, options: { deviation: 1 }, given: {} },
    discriminator: { plugin, sizes: plugin.sizes, options, given: {} },
    regularisers: [],
  })
}

test('the values of a family times 3: ascent and critique times 3, with no other edit', async () => {
  const interval = await registry.discriminators.interval()
  const tripled: Discriminator = {
    ...interval,
    critic: (x, state, settings) => interval.critic(x, state, settings).times(3),
    expectation: {
      mixture: (law, f, state, settings) =>
        interval.expectation!.mixture!(law, (value) => f(value.times(3)), state, settings),
    },
  }
  const answers = []
  for (const plugin of [interval, tripled]) {
    const t = await against(plugin, { crossing: 'absorb' })
    const { ascent, critique } = t.discriminator.respond(t.generator.measure())
    answers.push(
      [...cells(ascent.blocks), ...cells({ means: critique.coordinates['means']! })].map(
        ({ numbers, at }) => numbers[at]!,
      ),
    )
  }
  const [once, thrice] = answers as [number[], number[]]
  expect(once.some((x) => x !== 0)).toBe(true)
  once.forEach((x, k) => expect(thrice[k]).toBeCloseTo(3 * x, 14))
})

test('a toy family of exp, select and division derives right', async () => {
  const toy = defineDiscriminator({
    name: 'toy',
    source: 'none',
    sizes: { bumps: 2 },
    parameters: ({ bumps }) => ({ height: [bumps], center: [bumps] }),
    initial: (random) => ({
      height: [random.normal(), random.normal()],
      center: [random.normal(), random.normal()],
    }),
    critic: (x, { height, center }) =>
      sum(height, (h, i) => h.over(num(1).plus(exp(x(0).minus(center(i)))))),
    expectation: {
      // A value like any other: what is judged here is the derivation, not the family.
      mixture: ({ weights, means }, f, { height, center }) =>
        sum(weights, (w, j) =>
          w.times(
            f(
              sum(height, (h, i) =>
                select(
                  center(i).below(means(j)),
                  h.over(num(1).plus(exp(means(j).minus(center(i))))),
                  h.times(center(i)).over(3),
                ),
              ),
            ),
          ),
        ),
    },
  })
  const t = await against(toy, {})
  const measure = t.generator.measure()
  const value = (): number =>
    t.discriminator.respond(measure).payoff.numbers.reduce((a, b) => a + b, 0)
  const { ascent, critique } = t.discriminator.respond(measure)
  for (const { name, at, numbers } of [
    ...cells(t.discriminator.player.state),
    ...cells({ means: measure.coordinates['means']! }),
  ]) {
    const got = (ascent.blocks[name] ?? critique.coordinates[name]!).numbers[at]!
    expect(got).toBeCloseTo(difference(numbers, at, value), 7)
  }
})
