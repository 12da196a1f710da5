import type { Preset } from '@ganglion/core'
import { game } from './game.ts'
import { assumed, code } from './origins.ts'
import { bestDiscriminator, ratesReading, readings, zerosReading } from './readings.ts'

/** Figure 2: plain rates, from the wrong order; the published one ends at (3.524, 0.2246). */
export const figures2: Readonly<Record<string, Preset>> = readings('fig2', (reading) => {
  const { discriminator, dynamics, origins } = bestDiscriminator(reading)
  const published = reading === 'published'
  return game({
    title: `Optimal discriminator from the wrong order, as ${published ? 'published' : 'its formulas say'}`,
    target: [0, 0.5],
    weights: [0.1, 0.9],
    generator: { means: [4, 4.1] },
    discriminator,
    dynamics,
    steps: 999,
    more: {
      metrics: ['total-variation', 'l1', 'mean-distance', 'mean-error', 'missed-zeros'],
    },
    short: { zeros: zerosReading, rates: ratesReading },
    origins: {
      ...origins,
      'target.means': 'printed',
      'target.weights': 'printed',
      'generator.weights': 'printed',
      'generator.means': 'printed',
      steps: published
        ? code('a path of 1000 points')
        : assumed('as many as the program took for the figure'),
    },
  })
})
