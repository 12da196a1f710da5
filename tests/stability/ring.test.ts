import { registry } from '../../packages/ganglion/src/registry.generated.ts'
import type { Plan } from '@ganglion/core'
import {
  findEquilibrium,
  JointMap,
  modulus,
  reached,
  spectrumOf,
  type Point,
} from '@ganglion/stability'
import { expect, test } from 'vitest'
import {
  criticalRidge,
  positionsOf,
  radiusOf,
  type Ring,
} from '../../plugins/papers/becker2022/theory/ring.ts'
import { kernelSections, sectionsOf } from './kernel-sections.ts'

/** The game of theorem 2, its points near the ring, the discriminator at 0. */
async function ringGame(ring: Ring, off: number): Promise<Plan> {
  const { points, width, mass, each } = ring
  const positions = positionsOf(ring, radiusOf(ring) * width, 0.3)
  const sections = [
    { node: [0, 0], level: 1, tilt: [0, 0] },
    ...positions.flatMap((node) => [
      { node, level: 1, tilt: [0, 0] },
      { node, level: 0, tilt: [1, 0] },
      { node, level: 0, tilt: [0, 1] },
    ]),
  ]
  const given = {
    positions: positions.flatMap((x, j) => x.map((c, k) => c + off * width * (j + k + 1))),
    masses: positions.map(() => each),
  }
  const zeros = sections.map(() => 0)
  return {
    config: {},
    hash: 'ring',
    target: { kind: 'points', positions: [[0, 0]], masses: [mass] },
    generator: {
      plugin: await registry.generators.points(),
      sizes: { points, dimensions: 2 },
      options: {},
      given,
    },
    discriminator: {
      plugin: kernelSections,
      sizes: { sections: sections.length, dimensions: 2 },
      options: { sigma: width, lambda: 1 },
      given: { theta: zeros, ...sectionsOf(sections, width) },
    },
    objective: await registry.objectives['mean-difference'](),
    optimizer: await registry.optimizers.sgd(),
    regularisers: [],
    dynamics: {
      plugin: await registry.dynamics.simultaneous(),
      sizes: {},
      options: { generatorRate: 0.1, discriminatorRate: 0.1 },
    },
    metrics: [],
    detectors: [],
    steps: 1,
    seed: 1,
    members: 1,
    every: 1,
  }
}

/** A point with another ridge, and the rates that belong to it: eta_d forgets a tenth a step, eta_g = mu eta_d. */
function ridged(point: Point, ridge: number, pace: number): Point {
  const critic = 0.1 / ridge
  const { generator, discriminator } = point.players
  const options = { ...discriminator.options, lambda: Float64Array.of(ridge) }
  return {
    ...point,
    players: { generator, discriminator: { ...discriminator, options } },
    rates: {
      generatorRate: Float64Array.of(pace * critic),
      discriminatorRate: Float64Array.of(critic),
    },
  }
}

test.each([
  { points: 2, dimensions: 2, mass: 0.6, each: 0.5, width: 0.7, pace: 1.3 },
  { points: 3, dimensions: 2, mass: 0.9, each: 0.5, width: 2, pace: 0.4 },
] satisfies Ring[])(
  'theorem 2: Newton finds the ring of $points, its eigenvalues the critical lambda',
  async (ring) => {
    const plan = await ringGame(ring, 0.004)
    const map = new JointMap(plan)
    const start = await reached(plan, 0)
    const known = criticalRidge(ring)
    // To turn the ring is free: the eigenvalue nearest to 1 is left out.
    const radiusAt = (ridge: number): number => {
      const { linearisation } = findEquilibrium(map, ridged(start, ridge, ring.pace))
      const { positions } = linearisation.point.players.generator.state
      for (let j = 0; j < ring.points; j++) {
        const at = modulus({ re: positions![2 * j]!, im: positions![2 * j + 1]! })
        expect(at / ring.width).toBeCloseTo(radiusOf(ring), 4)
      }
      const far = spectrumOf(linearisation.jacobian).eigenvalues.map(
        ({ re, im }) => [modulus({ re: re - 1, im }), modulus({ re, im })] as const,
      )
      far.sort((a, b) => a[0] - b[0])
      expect(far[0]![0]).toBeLessThan(1e-6)
      return Math.max(...far.slice(1).map(([, size]) => size))
    }
    let [low, high] = [known / 2, known * 2]
    expect(radiusAt(low)).toBeGreaterThan(1)
    expect(radiusAt(high)).toBeLessThan(1)
    while (high / low - 1 > 1e-6) {
      const middle = Math.sqrt(low * high)
      if (radiusAt(middle) > 1) low = middle
      else high = middle
    }
    expect(low / known).toBeCloseTo(1, 4)
  },
  60_000,
)
