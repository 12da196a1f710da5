import { exp, num, square, sum, type Expr, type Vec } from '@ganglion/calculus'
import type { AscentForm, Discriminator, Later, Symbols } from '@ganglion/core'
import { testDiscriminator } from '@ganglion/testkit'
import { expect, test } from 'vitest'
import { findings } from '../../packages/testkit/src/findings.ts'
import features, { conformance as few } from '../../plugins/discriminators/features/features.ts'
import kernel, { conformance } from '../../plugins/discriminators/kernel/kernel.ts'

/** D(x) as the plugin has it, with another function of the squared distance in the place of the RBF. */
function criticWith(profile: (squared: Expr) => Expr) {
  return (x: Vec, state: Symbols): Expr => {
    const { atoms, coefficients, scale } = state as unknown as {
      atoms: (h: unknown) => Vec
      coefficients: Vec
      scale: Expr
    }
    return sum(coefficients, (c, h) => {
      const atom = atoms(h)
      return c.times(profile(sum(x, (v, k) => square(v.minus(atom(k))))))
    }).times(scale)
  }
}

const { ahead, best, advance } = kernel

/** Plants a fault, and tells which case finds it. */
const faults: readonly [string, Partial<Discriminator>, string, RegExp][] = [
  [
    'a kernel that forgot the 2 of 2 sigma^2',
    { critic: criticWith((squared) => exp(squared.neg())) },
    'expectation.mixture: the closed form against quadrature',
    /one of critic and expectation is wrong/,
  ],
  [
    'a kernel that falls off too late, in the look ahead alone',
    {
      ahead: (state: Symbols, ascent: AscentForm, settings: object): Later => {
        const wide = { ...settings, sigma: (settings as { sigma: Expr }).sigma.times(1.01) }
        return ahead!(state, ascent, wide)
      },
    },
    'ahead: k steps in closed form are k steps',
    /after 0 steps D\(x\) is/,
  ],
  [
    'a kernel with a cusp',
    { critic: criticWith((squared) => num(1).minus(squared.below(1).times(squared))) },
    'derivatives: no kink along random lines',
    /jumps|kink/,
  ],
  [
    'a step that descends',
    {
      advance: (state, { target, generated, rate }, settings) =>
        advance!(state, { target: generated, generated: target, rate: -rate }, settings),
    },
    'advance: a small step raises the payoff',
    /it must climb/,
  ],
  [
    'a best answer that forgot lambda',
    {
      best: (target, generated, state, settings) =>
        best!(target, generated, state, { ...settings, lambda: 1 }),
    },
    'best: a step from it gains nothing',
    /where advance rests/,
  ],
  [
    'a step that keeps count outside of its state',
    {
      advance: (() => {
        let calls = 0
        const counting: Discriminator['advance'] = (state, ascent, settings) =>
          advance!(state, { ...ascent, rate: ascent.rate * (1 + 1e-9 * ++calls) }, settings)
        return counting
      })(),
    },
    'advance: the same step twice, its laws as they were',
    /keep nothing between calls/,
  ],
]

test.each(faults)('%s is found', async (_, fault, at, message) => {
  const planted = { ...kernel, ...fault } as Discriminator
  const cases = testDiscriminator(planted, conformance).filter(({ name }) => name === at)
  expect(cases).toHaveLength(1)
  expect((await findings(cases))[at]).toMatch(message)
})

test('features of another height than the closed form has are found', async () => {
  const critic: Discriminator['critic'] = (...told) => features.critic(...told).times(1.001)
  const planted = { ...features, critic } as Discriminator
  const name = 'expectation.mixture: the closed form against quadrature'
  const cases = testDiscriminator(planted, few).filter((one) => one.name.startsWith(name))
  expect(cases.length).toBeGreaterThan(0)
  expect(Object.values(await findings(cases)).join()).toMatch(
    /one of critic and expectation is wrong/,
  )
})
