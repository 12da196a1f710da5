import { defineDynamics } from 'ganglion/plugin'

/** The discriminator moves k times, then the generator once, against the same law. */
export default defineDynamics({
  name: 'my-dynamics',
  source: 'README.md',
  options: {
    generatorRate: { default: 0.1, min: 0, max: 1e3, description: 'step size of the generator' },
    discriminatorRate: { default: 0.1, min: 0, max: 1e3, description: 'of the discriminator' },
    rounds: { default: 2, min: 1, max: 1e3, description: 'k: moves of the discriminator' },
  },
  script: ({ generatorRate, discriminatorRate, rounds }) => ({
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      for (let k = 0; k < rounds; k++) {
        const { ascent } = yield* discriminator.respond(measure)
        yield* discriminator.ascend(ascent, discriminatorRate)
      }
      const { critique } = yield* discriminator.respond(measure)
      yield* generator.descend(critique, generatorRate)
    },
  }),
})
