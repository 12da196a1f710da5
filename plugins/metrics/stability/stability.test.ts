import { createExperiment, type Frame } from 'ganglion'
import { prepare } from 'ganglion/prepare'
import { stabilityOf } from 'ganglion/stability'
import { expect, test } from 'vitest'
import stability from './stability.ts'

/** Frames of a game that is measured every so many steps. */
async function played(
  target: string,
  set: readonly string[],
  steps: number,
  { members = 1, asking = false } = {},
) {
  const plan = await prepare(target, {
    seed: 1,
    steps,
    members,
    set: ['metrics=["stability"]', 'detectors=[]', ...set],
  })
  const run = createExperiment(plan)
  const frames: Frame[] = []
  const told: number[] = []
  run.frames$.subscribe((frame) => {
    frames.push(frame)
    if (asking) told.push(stabilityOf(plan, run.moment()).radius)
  })
  const result = await run.done
  const of = (name: string): number[] => frames.map(({ signals }) => signals[name]?.numbers[0] ?? 0)
  return { frames, told, result, of }
}

test('frames tell what whoever asks at the same step is told, to the last bit', async () => {
  const { of, told, frames } = await played('li2017/fig1b', ['every=20'], 60, { asking: true })
  expect(frames.map(({ step }) => step)).toEqual([0, 20, 40, 60])
  expect(of('spectralRadius')).toEqual(told)
  expect(new Set(told).size).toBe(4)
  for (const code of of('stability')) expect([0, 3]).toContain(code)
})

test('it changes nothing that is played', async () => {
  const [with_, without] = [
    await played('li2017/fig1b', ['every=20'], 60),
    await played('li2017/fig1b', ['every=20', 'metrics=[]'], 60),
  ]
  const means = (frames: readonly Frame[]) => frames.map((f) => f.signals['generator.means'])
  expect(means(with_.frames)).toEqual(means(without.frames))
})

test('each member of an ensemble has its own', async () => {
  const random = ['every=2', 'generator.initial=random']
  const { frames } = await played('li2017/fig1a', random, 2, { members: 2 })
  const [first, second] = frames.at(-1)!.signals['spectralRadius']!.numbers
  expect(first).not.toBe(second)
})

test('a game whose steps have no Jacobian fails at once, with the reason', async () => {
  const { result } = await played('li2017/fig1c', [], 3)
  expect(result.outcome).toBe('failed')
  expect(result.error?.message).toContain('metric:stability')
  expect(result.error?.message).toContain('jumps to its best answer')
})

test('while a memory still fills it cannot tell; then it can', async () => {
  const stale = ['dynamics.plugin=stale', 'dynamics.steps=2']
  const { of, result } = await played('li2017/fig1b', stale, 6)
  expect(result.error).toBeUndefined()
  expect(of('spectralRadius')[0]).toBeNaN()
  expect(of('spectralRadius').at(-1)).toBeGreaterThan(0.9)
})

test('without a step to look at it cannot tell', () => {
  expect(stability.number({ step: 0, signals: {} })['spectralRadius']).toBeNaN()
})
