import { defineDynamics } from '@ganglion/core'

/** Both players move at once, each against what the other was (li2017, eqs. 9-11). */
const simultaneous = defineDynamics({
  name: 'simultaneous',
  source: 'li2017, eqs. 9-11',
  options: {
    generatorRate: { default: 0.1, min: 0, max: 1e3, description: 'step size of the generator' },
    discriminatorRate: {
      default: 0.1,
      min: 0,
      max: 1e3,
      description: 'step size of the discriminator',
    },
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
