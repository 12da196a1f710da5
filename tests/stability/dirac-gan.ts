import { num, softplus, square } from '@ganglion/calculus'
import {
  defineDiscriminator,
  defineGenerator,
  defineObjective,
  defineRegulariser,
  type Dynamics,
  type Optimizer,
  type Plan,
} from '@ganglion/core'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

const source = 'Mescheder, Geiger and Nowozin 2018, sec. 3'

/** D(x) = psi x. */
const slope = defineDiscriminator({
  name: 'slope',
  source,
  parameters: () => ({ psi: [] }),
  initial: () => ({ psi: 0 }),
  critic: (x, { psi }) => psi.times(x(0)),
})

/** One point mass at theta, to be moved to that of the target. */
const point = defineGenerator({
  name: 'point',
  source,
  sizes: { points: 1, dimensions: 1 },
  parameters: ({ points, dimensions }) => ({ theta: [points, dimensions] }),
  fixed: ({ points }) => ({ masses: [points] }),
  initial: () => ({ theta: 0, masses: 1 }),
  measure: ({ theta, masses }) => ({ kind: 'points', positions: theta, masses }),
})

/** f'(0) = 1/2. */
export const gan = defineObjective({
  name: 'gan',
  source,
  f: (t) => softplus(t).neg(),
  g: (t) => softplus(t.neg()).neg(),
})

/** f'(0) = 1. */
export const wgan = defineObjective({ name: 'wgan', source, f: (t) => t.neg(), g: (t) => t })

/** gamma / 2 E_target |D'(x)|^2. */
const r1 = defineRegulariser({
  name: 'r1',
  source,
  options: { gamma: { default: 1, min: 0, max: 1e3 } },
  value: ({ slope: at, target }, { gamma }) =>
    gamma
      .times(square(at(target(0))(0)))
      .over(2)
      .plus(num(0)),
})

/** The Dirac-GAN. */
export async function diracGan(
  dynamics: Dynamics,
  options: Readonly<Record<string, number | string>>,
  {
    objective = gan,
    gamma = 0,
    optimizer,
    start = [0, 0],
    target = 0,
  }: {
    objective?: typeof gan
    gamma?: number
    optimizer?: Optimizer
    start?: readonly [theta: number, psi: number]
    target?: number
  } = {},
): Promise<Plan> {
  const plain = { sizes: {}, options: {} }
  return {
    config: {},
    hash: 'dirac-gan',
    target: { kind: 'points', positions: [[target]], masses: [1] },
    generator: {
      plugin: point,
      sizes: point.sizes,
      options: {},
      given: { theta: [start[0]], masses: [1] },
    },
    discriminator: { plugin: slope, ...plain, given: { psi: [start[1]] } },
    objective,
    optimizer: optimizer ?? (await registry.optimizers.sgd()),
    regularisers: gamma > 0 ? [{ plugin: r1, sizes: {}, options: { gamma } }] : [],
    dynamics: { plugin: dynamics, sizes: {}, options },
    metrics: [],
    detectors: [],
    steps: 1000,
    seed: 1,
    members: 1,
    every: 1,
  }
}
