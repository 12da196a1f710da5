import { expect, test } from 'vitest'
import { radiusOf } from '../../plugins/papers/becker2022/theory/ring.ts'
import { ganglion, lines } from './command.ts'

interface Side {
  readonly verdict: string
  readonly neutral: number
  readonly movingRadius: number
  readonly eigenvalues: readonly { readonly modulus: number }[]
  readonly state: Readonly<Record<string, readonly number[]>>
}

interface Critical {
  readonly value: number
  readonly bracket: readonly [number, number]
  readonly apart: number
  readonly below: Side
  readonly above: Side
}

test.each([2, 3] as const)(
  'the critical lambda of the ring of %d, about points at the radius of the closed form',
  (points) => {
    const game = `becker2022/ring${points}-exact`
    const { code, out, err } = ganglion('analyse', game, '--critical', 'lambda', '--json')
    expect([code, err]).toEqual([0, ''])
    const found = lines(out)[0] as unknown as Critical
    expect(found).toMatchObject({ v: 1, type: 'critical', path: 'discriminator.lambda' })
    const { value, bracket, below, above } = found
    expect(bracket[1] / bracket[0] - 1).toBeLessThan(2e-6)
    expect([bracket[0] < value, value < bracket[1], found.apart < 1e-4]).toEqual([true, true, true])
    // To turn a ring is free: one eigenvalue is 1 on either side.
    expect([below.verdict, above.verdict]).toEqual(['unstable', 'critical'])
    expect([below.neutral, above.neutral]).toEqual([1, 1])
    expect(above.movingRadius).toBeLessThan(1)
    expect(below.eigenvalues[0]!.modulus).toBeGreaterThan(1)
    const radius = radiusOf({
      points,
      dimensions: 2,
      mass: 0.6,
      each: 1 / points,
      width: 1,
      pace: 1,
    })
    for (const { state } of [below, above]) {
      const x = state['generator.positions']!
      for (let j = 0; j < points; j++)
        expect(Math.abs(Math.hypot(x[2 * j]!, x[2 * j + 1]!) - radius)).toBeLessThan(1e-4)
    }
  },
)

test.each([
  [['--critical', 'lambda=5..1'], /expected the name of a number/],
  [['--critical', 'lambda=1..5'], /at 1 and at 5 the game is not unstable alike/],
  [['--critical', 'discriminator.kernel'], /is "rbf": a search begins at a positive number/],
  [['--critical', 'nothing'], /says no number for nothing/],
  [['--at', '3', '--set', 'discriminator.kernel=laplacian'], /has a cusp/],
  [['--at', '3', '--set', 'discriminator.kernel=rbf+laplacian'], /kernel laplacian has a cusp/],
])('%j is refused', (args, reason) => {
  const { code, out, err } = ganglion('analyse', 'becker2022/ring2-exact', ...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(reason)
})

test('without a ridge nothing rests, which is no mistake of the command', () => {
  const set = ['--at', 'equilibrium', '--set', 'lambda=0']
  const { code, err } = ganglion('analyse', 'becker2022/ring2-exact', ...set)
  expect([code, err]).toEqual([1, expect.stringMatching(/kernel forgets nothing/)])
})
