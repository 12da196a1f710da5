import { combine, defineDynamics, defineOptimizer, inner } from '@ganglion/core'
import { analyse, JointMap, reached, spectrumOf } from '@ganglion/stability'
import { expect, test } from 'vitest'
import { agreeing, planned } from './agreement.ts'

test.each([
  [['dynamics=simultaneous']],
  [['dynamics=alternating', 'dynamics.discriminatorSteps=3']],
  [['dynamics=alternating', 'dynamics.first=generator']],
  [['dynamics=unrolled', 'dynamics.steps=1']],
  [['dynamics=unrolled', 'dynamics.steps=7']],
  [['dynamics=stale', 'dynamics.steps=3']],
  [
    [
      'dynamics=blockwise',
      'generator.learned=weights',
      'generator.weights=[0.4,0.6]',
      'dynamics.weightsSeen=before',
    ],
  ],
  [['dynamics=blockwise', 'generator.learned=logits']],
  [['dynamics=simultaneous', 'discriminator.crossing=isotonic']],
  [['dynamics=simultaneous', 'generator.order=sorted']],
])('interval x mixture, %j', async (set) => {
  const plan = await planned(set)
  await agreeing(plan, 5)
  await agreeing(plan, 3000)
})

test('the step that was rehearsed is the one that is played, bit for bit', async () => {
  for (const dynamics of ['simultaneous', 'unrolled', 'stale']) {
    const plan = await planned([`dynamics=${dynamics}`])
    const map = new JointMap(plan)
    // As long a game as is played in WebAssembly.
    const next = map.next(await reached(plan, 2500))
    const played = await reached(plan, 2501)
    expect(map.vector(next)).toEqual(map.vector(played))
    expect(next.players.discriminator.state).toEqual(played.players.discriminator.state)
  }
})

test('a dead interval stands still: eigenvalue 1, to the last bit', async () => {
  const plan = await planned([
    'discriminator.crossing=absorb',
    'discriminator.left=[-1,1]',
    'discriminator.right=[0.5,0.5]',
  ])
  const { exact } = await agreeing(plan, 3)
  const paths = exact.sections.map(({ path }) => path)
  expect(paths).toEqual(['generator.means', 'discriminator.left', 'discriminator.right'])
  const { eigenvalues } = spectrumOf(exact.jacobian)
  expect(eigenvalues.filter(({ re, im }) => re === 1 && im === 0)).toHaveLength(2)
})

test('an equilibrium of the stale game is one of the simultaneous game', async () => {
  const plan = await planned(['dynamics=stale'])
  const { linearisation, equilibrium } = analyse(plan, await reached(plan, 0), 'equilibrium')
  expect(equilibrium!.residual).toBeLessThan(1e-12)
  const map = new JointMap(await planned(['dynamics=simultaneous']))
  const fresh = { ...linearisation.point, memory: undefined }
  const at = map.vector(fresh)
  map.vector(map.next(fresh)).forEach((x, k) => expect(x).toBeCloseTo(at[k]!, 12))
})

test('the memory of an optimizer is part of the state', async () => {
  const momentum = defineOptimizer({
    name: 'momentum',
    source: 'Polyak 1964',
    memory: ['velocity'],
    update: (direction, { velocity }, { rate }) => {
      const next = velocity!.times(0.9).plus(direction.times(rate))
      return { change: next, memory: { velocity: next } }
    },
  })
  const { exact } = await agreeing({ ...(await planned([])), optimizer: momentum }, 4)
  expect(exact.at.length).toBe(12)
})

test('scripts that add messages, ask for second derivatives and measure them', async () => {
  const consensus = defineDynamics({
    name: 'consensus',
    source: 'a test',
    options: { generatorRate: 0.1, discriminatorRate: 0.1 },
    script: ({ generatorRate, discriminatorRate }) => ({
      *step({ generator, discriminator }) {
        const measure = yield* generator.measure()
        const { ascent, critique } = yield* discriminator.respond(measure)
        const slope = yield* generator.pull(critique)
        const change = yield* generator.push(slope, measure)
        const bent = yield* discriminator.bend(measure, ascent, change)
        const curved = yield* generator.bend(critique, slope)
        const down = combine([
          [1, slope],
          [0.3, yield* generator.pull(bent.critique)],
          [0.1, curved],
        ])
        const there = yield* generator.displaced(down, generatorRate)
        const later = yield* discriminator.respond(yield* generator.measure({ at: there }))
        const up = combine([
          [inner(slope, slope), bent.ascent],
          [1, later.ascent],
        ])
        yield* discriminator.ascend(up, discriminatorRate)
        yield* generator.descend(down, generatorRate)
      },
    }),
  })
  const plan = await planned(['generator.learned=logits'])
  const options = { generatorRate: 0.1, discriminatorRate: 0.1 }
  await agreeing({ ...plan, dynamics: { plugin: consensus, sizes: {}, options } }, 3)
})
