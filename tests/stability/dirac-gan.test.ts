import { analyse, eigenvalues, JointMap, modulus, reached, type Complex } from '@ganglion/stability'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import { differences } from './differences.ts'
import { diracGan, gan, wgan } from './dirac-gan.ts'

const simultaneous = await registry.dynamics.simultaneous()
const alternating = await registry.dynamics.alternating()
const rates = (h: number) => ({ generatorRate: h, discriminatorRate: h })

const near = (found: readonly Complex[], expected: readonly Complex[], digits = 14): void => {
  expect(found).toHaveLength(expected.length)
  const key = ({ re, im }: Complex): number => re + 2 * im
  const [a, b] = [found, expected].map((all) => [...all!].sort((x, y) => key(x) - key(y)))
  a!.forEach(({ re, im }, k) => {
    expect(re).toBeCloseTo(b![k]!.re, digits)
    expect(im).toBeCloseTo(b![k]!.im, digits)
  })
}

test.each([
  [gan, 0.5],
  [wgan, 1],
])("simultaneous steps spiral out: 1 +- i h f'(0) (%#)", async (objective, slope) => {
  const h = 0.2
  const plan = await diracGan(simultaneous, rates(h), { objective })
  const found = analyse(plan, await reached(plan, 0), 'step')
  near(found.eigenvalues, [
    { re: 1, im: h * slope },
    { re: 1, im: -h * slope },
  ])
  expect(found.verdict).toBe('unstable')
  expect(found.difference).toBeLessThan(1e-9)
})

test('alternating steps go round: modulus 1', async () => {
  const plan = await diracGan(alternating, {
    ...rates(0.5),
    discriminatorSteps: 3,
    first: 'generator',
  })
  const found = analyse(plan, await reached(plan, 0), 'step')
  expect(found.radius).toBeCloseTo(1, 14)
  expect(found.leading.im).toBeGreaterThan(0.1)
  expect(found.verdict).toBe('rotating')
})

test("at the edge of h_g h_d n f'(0)^2 = 4 two eigenvalues meet at -1: critical, and beyond it unstable", async () => {
  const at = async (h: number) => {
    const options = { ...rates(h), discriminatorSteps: 1, first: 'discriminator' }
    const plan = await diracGan(alternating, options, { objective: wgan })
    return analyse(plan, await reached(plan, 0), 'step')
  }
  const edge = await at(2)
  near(edge.eigenvalues, [
    { re: -1, im: 0 },
    { re: -1, im: 0 },
  ])
  expect(edge.verdict).toBe('critical')
  expect((await at(2.01)).verdict).toBe('unstable')
  expect((await at(1.99)).verdict).toBe('rotating')
})

test.each([0.3, 1, 2.5])(
  "R1 damps: 1 + h (-g/2 +- sqrt(g^2/4 - f'(0)^2)), g = %d",
  async (gamma) => {
    const h = 0.1
    const plan = await diracGan(simultaneous, rates(h), { gamma })
    const found = analyse(plan, await reached(plan, 0), 'step')
    const square = (gamma * gamma) / 4 - 0.25
    const root = Math.sqrt(Math.abs(square))
    near(
      found.eigenvalues,
      [1, -1].map((sign) =>
        square < 0
          ? { re: 1 - (h * gamma) / 2, im: sign * h * root }
          : { re: 1 + h * (-gamma / 2 + sign * root), im: 0 },
      ),
      gamma === 1 ? 8 : 14,
    )
    expect(found.verdict).toBe('stable')
  },
)

test('at a defective eigenvalue nothing is lost: differences lose half the digits', async () => {
  const h = 1 / 8
  const [target, options] = [0.3, { objective: wgan, gamma: 2 }]
  const plan = await diracGan(simultaneous, rates(h), { ...options, target, start: [target, 0] })
  const start = await reached(plan, 0)
  const found = analyse(plan, start, 'step')
  for (const { re, im } of found.eigenvalues) {
    expect(re).toBe(1 - h)
    expect(im).toBe(0)
  }
  // So much would one wrong last digit of the Jacobian have changed.
  expect(found.uncertainty).toBeGreaterThan(1e-9)
  const [x, y] = eigenvalues(differences(new JointMap(plan), start))
  expect(modulus({ re: x!.re - y!.re, im: x!.im - y!.im })).toBeGreaterThan(1e-7)
})

test('Newton finds the equilibrium from far away', async () => {
  const plan = await diracGan(simultaneous, rates(0.1), { gamma: 1, start: [0.8, -0.7] })
  const found = analyse(plan, await reached(plan, 0), 'equilibrium')
  const { at } = found.linearisation
  for (const x of at) expect(Math.abs(x)).toBeLessThan(1e-12)
  expect(found.equilibrium!.iterations).toBeLessThan(12)
  expect(found.equilibrium!.distance).toBeCloseTo(0.8, 10)
  expect(found.verdict).toBe('stable')
})
