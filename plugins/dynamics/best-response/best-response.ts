import { defineDynamics, stepSize } from '@ganglion/core'

/** The discriminator jumps to its best answer, the generator takes a step against it (li2017, eqs. 7-8). */
const bestResponse = defineDynamics({
  name: 'best-response',
  source: 'li2017, eqs. 7-8',
  options: {
    generatorRate: stepSize('the generator'),
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
