import {
  combine,
  defineDynamics,
  stepSize,
  type Direction,
  type Dynamics,
  type Ports,
  type Rate,
  type Script,
} from '@ganglion/core'

interface Memory {
  /** Noises drawn so far. */
  draw: number
  readonly inner: unknown
}

/** Size of the noise for each player, one number a member. */
export interface NoiseRates {
  readonly generator: Rate
  readonly discriminator: Rate
}

/** A dynamics whose moves along slopes bear Gaussian noise: x goes to x +- rate (g + noise z). Best answers bear none. */
export function noisy(
  inner: Dynamics,
  noiseOf: (settings: Parameters<Dynamics['script']>[0]) => NoiseRates,
): Dynamics {
  return {
    ...inner,
    name: `noisy(${inner.name})`,
    script: (settings) => shaken(inner.script(settings), noiseOf(settings)),
  }
}

function shaken(inner: Script, noise: NoiseRates): Script {
  return {
    ...inner,
    memory: (): Memory => ({ draw: 0, inner: inner.memory?.() }),
    *step(ports, memory) {
      const own = memory as Memory
      yield* inner.step(
        shaking(ports, noise, () => own.draw++),
        own.inner,
      )
    },
  }
}

/** The ports with noise in every move. Added to the slope, so that optimizer and constraint take one step. */
function shaking(ports: Ports, noise: NoiseRates, next: () => number): Ports {
  const plus = (slope: Direction, rate: Rate, z: Direction): Direction =>
    combine([
      [1, slope],
      [rate, z],
    ])
  const descend: Ports['generator']['descend'] = (direction, rate, options) => ({
    *[Symbol.iterator]() {
      const { generator } = ports
      const slope = direction.type === 'critique' ? yield* generator.pull(direction) : direction
      const moved = plus(slope, noise.generator, yield* generator.noise(next()))
      yield* generator.descend(moved, rate, options)
    },
  })
  const ascend: Ports['discriminator']['ascend'] = (direction, rate, options) => ({
    *[Symbol.iterator]() {
      const { discriminator } = ports
      const moved = plus(direction, noise.discriminator, yield* discriminator.noise(next()))
      yield* discriminator.ascend(moved, rate, options)
    },
  })
  return {
    generator: { ...ports.generator, descend },
    discriminator: { ...ports.discriminator, ascend },
  }
}

const plain = defineDynamics({
  name: 'plain',
  source: 'li2017, eqs. 7-11',
  options: {
    inner: {
      choices: ['best-response', 'simultaneous'],
      description: 'the dynamics that is shaken; best-response is that of footnote 1',
    },
    generatorRate: stepSize('the generator'),
    discriminatorRate: stepSize('the discriminator; a best answer has none'),
    generatorNoiseRate: {
      default: 1e-6,
      min: 0,
      max: 1e3,
      description: 'deviation of the noise on the slope of the generator',
    },
    discriminatorNoiseRate: {
      default: 0,
      min: 0,
      max: 1e3,
      description: 'deviation of the noise on the slope of the discriminator',
    },
  },
  script: ({ inner, generatorRate, discriminatorRate }) => ({
    needs: inner === 'best-response' ? ['best'] : [],
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      if (inner === 'best-response') yield* discriminator.become(yield* discriminator.best(measure))
      const { ascent, critique } = yield* discriminator.respond(measure)
      if (inner === 'simultaneous') yield* discriminator.ascend(ascent, discriminatorRate)
      yield* generator.descend(critique, generatorRate)
    },
  }),
})

/** Best responses or simultaneous steps with noise, as the registry offers them. */
const named: Dynamics = {
  ...noisy(plain, ({ generatorNoiseRate, discriminatorNoiseRate }) => ({
    generator: generatorNoiseRate as Rate,
    discriminator: discriminatorNoiseRate as Rate,
  })),
  name: 'noisy',
  source: 'li2017, footnote 1',
}

export default named
