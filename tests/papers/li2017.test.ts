import type { Frame, GanglionEvent, Result } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { describe, expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { planOf } from '../laws/game.ts'

const paper = await registry.papers.li2017()
const axes = { fig1a: [-3, 3], fig1b: [-4, 4], fig1c: [-3, 3], fig1d: [-1.2, 0.2] } as const

async function watched(
  preset: keyof typeof axes,
): Promise<{ result: Result; events: GanglionEvent[]; low: number; high: number }> {
  const live = createExperiment(await planOf(preset))
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

describe.each(paper.claims)('$preset: $name', ({ preset, expects }) => {
  test('the run confirms the claim, inside the drawn axes', async () => {
    const { result, events, low, high } = await watched(preset as keyof typeof axes)
    expect(result.error).toBeUndefined()
    expect(result.outcome).toBe(expects.outcome)
    const begun = events.filter(({ type }) => type === 'event').map(({ event }) => event)
    const firsts = (expects.events ?? []).map((event) => begun.indexOf(event))
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
    expect(firsts).not.toContain(-1)
    for (const never of expects.never ?? []) expect(begun).not.toContain(never)
    const [bottom, top] = axes[preset as keyof typeof axes]
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
