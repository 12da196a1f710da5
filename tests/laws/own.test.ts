import { expect, test } from 'vitest'
import { bitsOf, crowd, planOf, play } from './game.ts'

const over = { steps: 40, every: 40 }
const means = [
  [-1, 1.5],
  [0.25, -0.75],
  [2, 0],
]
const rates = [0.1, 0.3, 0.05]

test('members with starts and rates of their own = each of them alone', async () => {
  const together = await play(await planOf('fig1b', crowd, over, { members: 3 }), {
    firstMember: 5,
    own: {
      'generator.means': Float64Array.from([0, 1].flatMap((c) => means.map((m) => m[c]!))),
      'dynamics.generatorRate': Float64Array.from(rates),
      'generator.deviation': Float64Array.from([1, 1, 0.5]),
    },
  })
  for (const [m, rate] of rates.entries()) {
    const generator = { initial: 'given', means: means[m], deviation: m === 2 ? 0.5 : 1 }
    const plan = await planOf('fig1b', crowd, over, {
      generator,
      dynamics: { generatorRate: rate },
    })
    const alone = await play(plan, { firstMember: 5 + m })
    expect(bitsOf(alone.final, 0)).toBe(bitsOf(together.final, m))
  }
})

test('what cannot differ from member to member is refused, and so is a wrong count', async () => {
  const plan = await planOf('fig1b', crowd, over, { members: 3 })
  await expect(play(plan, { own: { 'generator.mean': new Float64Array(6) } })).rejects.toThrow(
    'generator.mean cannot differ from member to member; these can: means, weights, deviation',
  )
  await expect(play(plan, { own: { 'generator.means': new Float64Array(5) } })).rejects.toThrow(
    'generator.means: expected 2 numbers for each of 3 members, got 5 in all',
  )
})
