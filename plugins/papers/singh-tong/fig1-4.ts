import type { Preset } from '@ganglion/core'
import { game } from './game.ts'
import { mapNames, mapOf } from './heat-maps.ts'
import { assumed, code } from './origins.ts'
import { bestDiscriminator, ratesReading, readings, zerosReading } from './readings.ts'

const drawn = [0.5, 0.25, 0.0154, 0.01]
const tested = (count: number) => ({ from: 0.01, to: 0.5, count, spacing: 'geometric' })

interface Map {
  readonly figure: string
  readonly rates: 'plain' | 'altered'
  readonly alpha: (published: boolean) => readonly number[] | Readonly<Record<string, unknown>>
  readonly alphaFrom: (published: boolean) => Preset['origins'][string]
  readonly smoke: Readonly<Record<string, unknown>>
}

const map = ({ figure, rates, alpha, alphaFrom, smoke }: Map) =>
  readings(figure, (reading) => {
    const published = reading === 'published'
    const { discriminator, dynamics, origins } = bestDiscriminator(reading)
    const { sweep, origins: ofMap } = mapOf(reading, {
      alpha: alpha(published),
      alphaFrom: alphaFrom(published),
      trials: 1,
      trialsFrom: assumed('no start of the discriminator ever moves the best one'),
      scales: { smoke, paper: { grid: 10 } },
    })
    return game({
      title: `Success over starts by alpha, ${rates} rates, as ${published ? 'published' : 'the formulas say'}`,
      target: [-0.5, 0.5],
      weights: [0.5, 0.5],
      discriminator,
      dynamics,
      steps: 3000,
      more: {
        geometry: rates === 'altered' ? 'mass' : 'coordinate',
        metrics: ['mean-error'],
        detectors: ['convergence', 'divergence'],
        every: 3000,
        sweep,
      },
      short: { ...mapNames, zeros: zerosReading, rates: ratesReading },
      origins: {
        ...ofMap,
        ...origins,
        steps: published ? code('a path of 3000 points') : code('3000 steps'),
      },
    })
  })

/** Figures 1 (plain rates) and 4 (altered rates): heat maps over starts, one for each alpha. */
export const figures1and4: Readonly<Record<string, Preset>> = {
  ...map({
    figure: 'fig1',
    rates: 'plain',
    alpha: () => drawn,
    alphaFrom: () => ['printed', 'the titles of the four panels'],
    smoke: { grid: 6 },
  }),
  ...map({
    figure: 'fig4',
    rates: 'altered',
    alpha: (published) => tested(published ? 15 : 10),
    alphaFrom: (published) =>
      published ? code('15 values; the text prints 10') : ['printed', '10 values'],
    smoke: { grid: 4 },
  }),
}
