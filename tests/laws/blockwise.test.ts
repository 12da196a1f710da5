import { defineDynamics, defineOptimizer, stepSize, type Frame } from '@ganglion/core'
import { normalCdf, normalPdf } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { bitsOf, planOf, play } from './game.ts'

/** A state by hand: weights, intervals and means of two components and two intervals. */
interface State {
  readonly weights: number[]
  readonly means: number[]
  readonly left: number[]
  readonly right: number[]
}

const target = { weights: [0.3, 0.7], means: [-0.5, 0.8] }
const start: State = {
  weights: [0.6, 0.4],
  means: [-1, 1.2],
  left: [-0.75, 0.3],
  right: [0.5, 1.5],
}
const [a, b, steps] = [0.07, 0.11, 30]

type Law = Pick<State, 'weights' | 'means'>

const density = ({ weights, means }: Law, x: number): number =>
  weights.reduce((sum, w, j) => sum + w * normalPdf(x - means[j]!), 0)
const surplus = (law: Law, x: number): number => density(target, x) - density(law, x)
const over = ({ left, right }: State, f: (l: number, r: number) => number): number =>
  left.reduce((sum, l, i) => sum + f(l, right[i]!), 0)

/** The three moves of V = mass of target - mass of generated + 1 in the intervals; weights as `law` has them. */
const moves = {
  weights: (state: State) =>
    state.weights.map((w, j) => w + a * over(state, (l, r) => mass(l, r, state.means[j]!))),
  means: (state: State, weights: number[]) =>
    state.means.map(
      (mean, j) =>
        mean - a * weights[j]! * over(state, (l, r) => normalPdf(r - mean) - normalPdf(l - mean)),
    ),
  ends: (state: State, weights: number[]) => {
    const law = { weights, means: state.means }
    return {
      left: state.left.map((l) => l - b * surplus(law, l)),
      right: state.right.map((r) => r + b * surplus(law, r)),
    }
  },
}
const mass = (l: number, r: number, mean: number): number =>
  normalCdf(r - mean) - normalCdf(l - mean)

/** The loop as one would write it: each line of the order once, the weights that are seen chosen by hand. */
function byHand(order: string, weightsSeen: string): State {
  let state = start
  for (let step = 0; step < steps; step++) {
    const before = state.weights
    for (const turn of order.split('-')) {
      const seen = weightsSeen === 'before' ? before : state.weights
      if (turn === 'weights') state = { ...state, weights: moves.weights(state) }
      if (turn === 'discriminator') state = { ...state, ...moves.ends(state, seen) }
      if (turn === 'means') state = { ...state, means: moves.means(state, seen) }
    }
  }
  return state
}

const config = (order: string, weightsSeen: string, generator: Record<string, unknown> = {}) => ({
  target: { ...target, deviation: 1 },
  generator: {
    initial: 'given',
    learned: 'weights',
    weights: start.weights,
    means: start.means,
    ...generator,
  },
  discriminator: { initial: 'given', crossing: 'none', left: start.left, right: start.right },
  dynamics: { plugin: 'blockwise', order, weightsSeen, generatorRate: a, discriminatorRate: b },
  metrics: [],
  detectors: [],
  steps,
  every: steps,
})

const numbers = (frame: Frame, signal: string): number[] => [...frame.signals[signal]!.numbers]

const orders = [
  'weights-discriminator-means',
  'weights-means-discriminator',
  'discriminator-weights-means',
  'discriminator-means-weights',
  'means-weights-discriminator',
  'means-discriminator-weights',
]

test.each(orders.flatMap((order) => [[order, 'before'] as const, [order, 'fresh'] as const]))(
  '%s, weights seen %s: the loop written by hand',
  async (order, seen) => {
    const { final } = await play(await planOf('fig1b', config(order, seen)), { poison: true })
    const wanted = byHand(order, seen)
    for (const [signal, list] of [
      ['generator.weights', wanted.weights],
      ['generator.means', wanted.means],
      ['discriminator.left', wanted.left],
      ['discriminator.right', wanted.right],
    ] as const)
      numbers(final, signal).forEach((x, k) => expect(x, signal).toBeCloseTo(list[k]!, 12))
  },
)

test('the orders, and what is seen of the weights, make a difference', () => {
  const ends = orders.flatMap((order) => ['before', 'fresh'].map((seen) => byHand(order, seen)))
  const different = new Set(ends.map(({ means }) => means[0]!.toFixed(6)))
  // With the weights last nobody can see them fresh: of twelve readings two are the same twice.
  expect(different.size).toBe(10)
})

test('with the weights given, or none to be trained, it is the alternating dynamics bit for bit', async () => {
  for (const [order, first] of [
    ['weights-discriminator-means', 'discriminator'],
    ['means-weights-discriminator', 'generator'],
  ] as const) {
    const given = config(order, 'before', { learned: 'means' })
    const alternating = { plugin: 'alternating', first, generatorRate: a, discriminatorRate: b }
    const mine = (await play(await planOf('fig1b', given))).final
    const theirs = (await play(await planOf('fig1b', { ...given, dynamics: alternating }))).final
    expect(bitsOf(mine, 0)).toBe(bitsOf(theirs, 0))
  }
})

test('three members at once = three alone, with logits too', async () => {
  for (const learned of ['weights', 'logits']) {
    const over = {
      ...config('weights-discriminator-means', 'before', { initial: 'random', learned }),
    }
    const random = {
      generator: { initial: 'random', learned },
      discriminator: { initial: 'random' },
    }
    const plan = (members: number) => planOf('fig1b', { ...over, ...random, members })
    const together = (await play(await plan(3))).final
    for (let member = 0; member < 3; member++) {
      const alone = await play(await plan(1), { firstMember: member })
      expect(bitsOf(alone.final, 0)).toBe(bitsOf(together, member))
    }
    expect(new Set([0, 1, 2].map((m) => bitsOf(together, m))).size).toBe(3)
  }
})

test('arrays that stand keep what the optimizer keeps of them, and do not move along it', async () => {
  // Two blocks that move in turn: as if each had an optimizer of its own, whose memory waits for its next turn.
  const heavy = defineOptimizer({
    name: 'heavy',
    source: 'a test: heavy ball',
    memory: ['speed'],
    update: (direction, { speed }, { rate }) => {
      const next = speed!.times(0.9).plus(direction)
      return { change: next.times(rate), memory: { speed: next } }
    },
  })
  const turns = (blocks: readonly (readonly string[] | undefined)[]) =>
    defineDynamics({
      name: 'in-turns',
      source: 'a test',
      options: { discriminatorRate: stepSize('the discriminator') },
      script: ({ discriminatorRate: rate }) => ({
        *step({ generator, discriminator }) {
          const { ascent } = yield* discriminator.respond(yield* generator.measure())
          for (const only of blocks)
            yield* discriminator.ascend(ascent, rate, only ? { only: [...only] } : {})
        },
      }),
    })
  const nobody = { metrics: [], detectors: [], discriminator: { crossing: 'none' } }
  const plan = { ...(await planOf('fig1a', nobody)), optimizer: heavy, steps: 6, every: 6 }
  const of = async (blocks: readonly (readonly string[] | undefined)[]): Promise<string> => {
    const dynamics = { plugin: turns(blocks), sizes: {}, options: { discriminatorRate: 0.1 } }
    return bitsOf((await play({ ...plan, dynamics })).final, 0)
  }
  const together = await of([undefined])
  expect(await of([['left'], ['right']])).toBe(together)
  // One that never has its turn stands still.
  expect(await of([['left']])).not.toBe(together)
})
