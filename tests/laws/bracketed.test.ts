import { createExperiment } from '@ganglion/engine'
import { expect, test } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

const weights = [0.1, 0.9]
/** Best responses of rate 0.1 with one more factor 1 / sqrt(2 pi), from a start in the wrong order. */
const config = (zeros: string) => ({
  target: { weights, means: [0, 0.5], deviation: 1 },
  generator: { initial: 'given', weights, means: [4, 4.1] },
  discriminator: { zeros },
  dynamics: { plugin: 'best-response', generatorRate: 0.1 * 0.3989422804014327 },
  detectors: [],
  metrics: ['missed-zeros'],
  steps: 999,
  every: 1,
})

/** The final means, and the steps at which zeros were missed. */
async function played(zeros: string) {
  const live = createExperiment(await planOf('fig1c', config(zeros)))
  const missed: number[] = []
  live.frames$.subscribe(({ step, signals }) => {
    if (signals['missed-zeros']!.numbers[0]! > 0) missed.push(step)
  })
  const { final, error } = await live.done
  expect(error).toBeUndefined()
  return { means: [...final.signals['generator.means']!.numbers], missed }
}

test('known answer: bracketed zeros end at means 3.524 and 0.2246, missing zeros from step 539 on', async () => {
  const { means, missed } = await played('bracketed')
  expect(means[0]).toBeCloseTo(3.524, 3)
  expect(means[1]).toBeCloseTo(0.2246, 4)
  expect(missed).toEqual(Array.from({ length: 461 }, (_, k) => 539 + k))
})

test('with certified zeros they end elsewhere', async () => {
  const { means } = await played('certified')
  expect(means[0]).toBeCloseTo(3.6135, 4)
  expect(means[1]).toBeCloseTo(0.3778, 4)
})

test('three members that search between the means = three alone', async () => {
  const over = { discriminator: { zeros: 'bracketed' }, steps: 40, every: 40 }
  const plan = (members: number) => planOf('fig1c', crowd, over, { members })
  const together = (await play(await plan(3))).final
  for (let member = 0; member < 3; member++) {
    const alone = await play(await plan(1), { firstMember: member })
    expect(bitsOf(alone.final, 0)).toBe(bitsOf(together, member))
  }
  expect(new Set([0, 1, 2].map((m) => bitsOf(together, m))).size).toBe(3)
})
