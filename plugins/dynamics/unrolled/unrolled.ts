import { defineDynamics, stepSize } from '@ganglion/core'

/**
 * Both players move at once; the generator follows the total derivative of the loss that stands after the discriminator
 * has answered with k more steps (li2017, sec. 5; Metz et al. 2016). The discriminator itself takes one.
 */
const unrolled = defineDynamics({
  name: 'unrolled',
  source: 'li2017, sec. 5; Metz et al. 2016, eqs. 7-9',
  options: {
    generatorRate: stepSize('the generator'),
    discriminatorRate: stepSize('the discriminator, and of its copy that looks ahead'),
    steps: {
      default: 5,
      min: 0,
      max: 10_000,
      description: 'steps of the copy; 0 is the dynamics simultaneous',
    },
  },
  script: ({ generatorRate, discriminatorRate, steps }) => ({
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      const after = { steps, rate: discriminatorRate }
      const { ascent, critique } = yield* discriminator.respond(measure, { after })
      yield* discriminator.ascend(ascent, discriminatorRate)
      yield* generator.descend(critique, generatorRate)
    },
  }),
})

export default unrolled
