import { judgeRun, observe, type Frame, type GanglionEvent, type Result } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { prepare } from 'ganglion'
import { describe, expect, test } from 'vitest'
import { stepOf } from '../../plugins/papers/li2017/theory/pair.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const paper = await registry.papers.li2017()
const axes = { fig1a: [-3, 3], fig1b: [-4, 4], fig1c: [-3, 3], fig1d: [-1.2, 0.2] } as const

async function watched(
  preset: string,
): Promise<{ result: Result; events: GanglionEvent[]; low: number; high: number }> {
  const live = createExperiment(await prepare(`li2017/${preset}`))
  const events: GanglionEvent[] = []
  let [low, high] = [Infinity, -Infinity]
  live.events$.subscribe((event) => events.push(event))
  live.frames$.subscribe(({ signals }: Frame) => {
    for (const name of ['generator.means', 'discriminator.left', 'discriminator.right']) {
      for (const value of signals[name]!.numbers) {
        if (Math.abs(value) >= 1e9) continue
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
    }
  })
  return { result: await live.done, events, low, high }
}

const claims = paper.claims.filter((claim) => claim.kind === 'run')

describe.each(claims)('$preset: $name', (claim) => {
  test('the run confirms the claim, inside the drawn axes', async () => {
    const { result, events, low, high } = await watched(claim.preset)
    expect(result.error).toBeUndefined()
    const begun = events.filter(({ type }) => type === 'event').map(({ event }) => event)
    const { outcome, final } = result
    const finding = judgeRun(claim, {
      outcome,
      events: [...new Set(begun)],
      final: observe(final, 0),
    })
    expect(finding.counterexample).toBeUndefined()
    expect(finding.holds).toBe(true)
    const [bottom, top] = Object.hasOwn(axes, claim.preset)
      ? axes[claim.preset as keyof typeof axes]
      : [-4, 4]
    expect(low).toBeGreaterThanOrEqual(bottom)
    expect(high).toBeLessThanOrEqual(top)
  })
})

test('known answers: ends of the four games, from an independent program', async () => {
  const end = async (preset: keyof typeof axes) => (await watched(preset)).result.final.signals
  const a = await end('fig1a')
  expect(a['generator.means']!.numbers[0]).toBeCloseTo(-0.500569, 6)
  expect(a['generator.means']!.numbers[1]).toBeCloseTo(0.500933, 6)
  const b = await end('fig1b')
  expect(
    Math.abs(b['generator.means']!.numbers[0]! - b['generator.means']!.numbers[1]!),
  ).toBeLessThan(0.01)
  expect(b['l1']!.numbers[0]).toBeCloseTo(0.11612, 5)
  const d = await end('fig1d')
  expect(d['generator.means']!.numbers[0]).toBeCloseTo(-0.519808, 6)
  expect(d['l1']!.numbers[0]).toBeCloseTo(0.27177, 5)
})

test('the best answer has infinite ends, which are no failure', async () => {
  const { result, events } = await watched('fig1c')
  expect(result.final.signals['interval-width']!.numbers).toContain(Infinity)
  expect(events.filter(({ type }) => type === 'event').map(({ event }) => event)).toEqual([
    'convergence',
  ])
  expect(events[0]!.step).toBeLessThanOrEqual(100)
})

test('twice the payoff and half the rates are the same game, bit for bit', async () => {
  const over = ['dynamics.generatorRate=0.05', 'dynamics.discriminatorRate=0.05', 'steps=400']
  const twice = await prepare('li2017/fig1b', { set: ['scale=mean-difference-appendix', ...over] })
  const once = await prepare('li2017/fig1b', { set: ['steps=400'] })
  const [a, b] = [await createExperiment(twice).done, await createExperiment(once).done]
  for (const name of ['generator.means', 'discriminator.left', 'discriminator.right'])
    expect(a.final.signals[name]!.numbers).toEqual(b.final.signals[name]!.numbers)
})

test('the step that the lemmas speak of is the step that the engine takes', async () => {
  for (const means of [
    [-1, 1.5],
    [0.1, 0.7],
    [-2, -1.5],
  ] as [number, number][]) {
    const set = [`generator.means=${JSON.stringify(means)}`, 'steps=1']
    const { final } = await createExperiment(await prepare('li2017/fig1c', { set })).done
    const expected = stepOf([-0.5, 0.5], means, 0.1)
    final.signals['generator.means']!.numbers.forEach((mean, k) =>
      expect(mean).toBeCloseTo(expected[k]!, 12),
    )
  }
})
