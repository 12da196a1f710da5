import { defineDynamics } from '@ganglion/core'

/** The discriminator jumps to its best answer, the generator takes a step against it (li2017, eqs. 7-8). */
const bestResponse = defineDynamics({
  name: 'best-response',
  source: 'li2017, eqs. 7-8',
  options: {
    generatorRate: { default: 0.1, min: 0, max: 1e3, description: 'step size of the generator' },
  },
  script: ({ generatorRate }) => ({
    needs: ['best'],
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      yield* discriminator.become(yield* discriminator.best(measure))
      const { critique } = yield* discriminator.respond(measure)
      yield* generator.descend(critique, generatorRate)
    },
  }),
})

export default bestResponse
