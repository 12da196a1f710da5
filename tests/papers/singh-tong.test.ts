import { judgeRun, observe, type EventName, type GanglionEvent, type Result } from '@ganglion/core'
import { createExperiment } from '@ganglion/engine'
import { prepare } from 'ganglion'
import { describe, expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const paper = await registry.papers['singh-tong']()

interface Played {
  readonly result: Result
  readonly since: Partial<Record<EventName, number>>
}

/** Several claims look at one run. */
const known = new Map<string, Promise<Played>>()
function played(preset: string, set: readonly string[] = []): Promise<Played> {
  const key = JSON.stringify([preset, ...set])
  const found = known.get(key) ?? play(preset, set)
  known.set(key, found)
  return found
}

async function play(preset: string, set: readonly string[]): Promise<Played> {
  const live = createExperiment(await prepare(`singh-tong/${preset}`, { set }))
  const events: GanglionEvent[] = []
  live.events$.subscribe((event) => events.push(event))
  const result = await live.done
  const since: Partial<Record<EventName, number>> = {}
  for (const event of events) if (event.type === 'event') since[event.event] ??= event.since
  return { result, since }
}

// Those of 20 000 steps are played by the reproduction, in the long set.
const claims = paper.claims
  .filter((claim) => claim.kind === 'run')
  .filter(({ set }) => !set?.includes('steps=20000'))

describe.each(claims)('$preset: $name', (claim) => {
  test('the run confirms the claim, or what holds instead', async () => {
    const { result, since } = await played(claim.preset, claim.set)
    expect(result.error).toBeUndefined()
    const finding = judgeRun(claim, {
      outcome: result.outcome,
      events: Object.keys(since) as EventName[],
      since,
      final: observe(result.final, 0),
    })
    expect(finding.holds).toBe(claim.instead === undefined)
    expect((finding.instead ?? finding).counterexample).toBeUndefined()
  })
})

const numbersOf = ({ final }: Result, signal: string): number[] => [
  ...final.signals[signal]!.numbers,
]

test('known answers: ends of games, from an independent program', async () => {
  const means = async (preset: string, ...set: string[]) =>
    numbersOf(
      (await played(preset, ['detectors=[]', 'every=2000', ...set])).result,
      'generator.means',
    )
  const published = await means('fig2-published')
  expect(published[0]).toBeCloseTo(3.5242483074921, 11)
  expect(published[1]).toBeCloseTo(0.2245617782178, 11)
  const certified = await means('fig2-published', 'discriminator.zeros=certified')
  expect(certified[0]).toBeCloseTo(3.6134503852703, 11)
  expect(certified[1]).toBeCloseTo(0.3778178120457, 11)
  expect((await means('fig2-textbook'))[1]).toBeCloseTo(0.3683325127383, 11)
  expect((await means('fig3a-published'))[0]).toBeCloseTo(0.0898339266, 3)
})

test('weights that are learned: the numbers of an independent program, and none through logits', async () => {
  const free = await played('fig10-published')
  expect(numbersOf(free.result, 'generator.weights')[0]).toBeCloseTo(-2.430122, 5)
  expect(numbersOf(free.result, 'generator.means')[1]).toBeCloseTo(13.04069, 4)
  expect(free.since['weight-escape']).toBe(44)
  const logits = await played('fig10-published', ['learned=logits'])
  expect(logits.since['weight-escape']).toBeUndefined()
  for (const weight of numbersOf(logits.result, 'generator.weights')) {
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThan(1)
  }
})

test('the zeros that the published search misses are missed from step 539 on', async () => {
  const live = createExperiment(
    await prepare('singh-tong/fig2-published', {
      set: ['metrics=["missed-zeros"]', 'detectors=[]'],
    }),
  )
  const missed: number[] = []
  live.frames$.subscribe(({ step, signals }) => {
    if (signals['missed-zeros']!.numbers[0]! > 0) missed.push(step)
  })
  await live.done
  expect([missed[0], missed.at(-1), missed.length]).toEqual([539, 999, 461])
})
