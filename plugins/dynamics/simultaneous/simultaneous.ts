import { defineDynamics, stepSize } from '@ganglion/core'

/** Both players move at once, each against what the other was (li2017, eqs. 9-11). */
const simultaneous = defineDynamics({
  name: 'simultaneous',
  source: 'li2017, eqs. 9-11',
  options: {
    generatorRate: stepSize('the generator'),
    discriminatorRate: stepSize('the discriminator'),
  },
  script: ({ generatorRate, discriminatorRate }) => ({
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      const { ascent, critique } = yield* discriminator.respond(measure)
      yield* discriminator.ascend(ascent, discriminatorRate)
      yield* generator.descend(critique, generatorRate)
    },
  }),
})

export default simultaneous
