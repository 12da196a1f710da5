import { defineDynamics, stepSize, type Ports, type Rate, type Steps } from '@ganglion/core'

function* discriminate({ generator, discriminator }: Ports, rate: Rate, steps: number): Steps {
  const measure = yield* generator.measure()
  for (let k = 0; k < steps; k++) {
    const { ascent } = yield* discriminator.respond(measure)
    yield* discriminator.ascend(ascent, rate)
  }
}

function* generate({ generator, discriminator }: Ports, rate: Rate): Steps {
  const measure = yield* generator.measure()
  const { critique } = yield* discriminator.respond(measure)
  yield* generator.descend(critique, rate)
}

/** The players move in turn, each against what the other has just become; the discriminator k times. */
const alternating = defineDynamics({
  name: 'alternating',
  source: 'Goodfellow et al. 2014, algorithm 1',
  options: {
    generatorRate: stepSize('the generator'),
    discriminatorRate: stepSize('the discriminator'),
    discriminatorSteps: {
      default: 1,
      min: 1,
      max: 10_000,
      description: 'discriminator steps in a round',
    },
    first: { choices: ['discriminator', 'generator'], description: 'who moves first' },
  },
  script: ({ generatorRate, discriminatorRate, discriminatorSteps, first }) => ({
    *step(ports) {
      if (first === 'generator') yield* generate(ports, generatorRate)
      yield* discriminate(ports, discriminatorRate, discriminatorSteps)
      if (first === 'discriminator') yield* generate(ports, generatorRate)
    },
  }),
})

export default alternating
