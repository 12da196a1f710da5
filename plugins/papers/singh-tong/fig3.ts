import type { Preset } from '@ganglion/core'
import { game, type Pair } from './game.ts'
import { code, assumed } from './origins.ts'
import { bestDiscriminator, ratesReading, readings, zerosReading } from './readings.ts'

interface Panel {
  readonly weights: Pair
  readonly means: Pair
  readonly steps: number
  readonly weightsFrom: Preset['origins'][string]
}

const panel = (figure: string, { weights, means, steps, weightsFrom }: Panel) =>
  readings(figure, (reading) => {
    const { discriminator, dynamics, origins } = bestDiscriminator(reading)
    return game({
      title: `Altered rates, weights ${weights.join(' and ')}, as ${reading === 'published' ? 'published' : 'the formulas say'}`,
      target: [0.1, 0.2],
      weights,
      generator: { means },
      discriminator,
      dynamics,
      steps,
      more: { geometry: 'mass' },
      short: { zeros: zerosReading, rates: ratesReading },
      origins: {
        ...origins,
        'target.means': 'printed',
        'target.weights': weightsFrom,
        'generator.weights': weightsFrom,
        'generator.means': assumed('read off the drawn curves; the report prints no start'),
        steps: ['printed', 'the length of the drawn axis'],
      },
    })
  })

/** Figure 3: altered rates; the heavier component arrives first. */
export const figures3: Readonly<Record<string, Preset>> = {
  ...panel('fig3a', {
    weights: [0.9, 0.1],
    means: [4, 5],
    steps: 2000,
    weightsFrom: code(
      'the text prints (0.1, 0.9) for both panels; the curves are those of (0.9, 0.1)',
    ),
  }),
  ...panel('fig3b', {
    weights: [0.1, 0.9],
    means: [3, 4],
    steps: 1000,
    weightsFrom: 'printed',
  }),
}
