import type { Preset } from '@ganglion/core'
import { figure } from './figure.ts'
import { assumed } from './origins.ts'

const rightOne = assumed(
  'the caption prints [-1, 2.5] for the right one, which eq. 5 forbids beside [-1, 0.2]; read as [1, 2.5]',
)

interface Panel {
  readonly title: string
  readonly steps: number
  readonly dynamics: Readonly<Record<string, unknown>>
  readonly origins?: Preset['origins']
}

function panel({ title, steps, dynamics, origins = {} }: Panel): Preset {
  const options = Object.keys(dynamics).filter((name) => name !== 'plugin')
  return figure({
    title,
    target: [-2, 2],
    means: [-1, 2.5],
    left: [-1, 1],
    right: [0.2, 2.5],
    steps,
    dynamics,
    origins: {
      'generator.means': 'printed',
      'discriminator.left': rightOne,
      'discriminator.right': 'printed',
      ...Object.fromEntries(options.map((name) => [`dynamics.${name}`, 'printed'])),
      steps: 'printed',
      ...origins,
    },
  })
}

const still = assumed('the generator stands still in this panel')

/** Figure 2: discriminator collapse, panels b to e; all of them begin with panel a. */
export const figures2: Readonly<Record<string, Preset>> = {
  fig2b: panel({
    title: 'Optimal discriminator for the initial configuration',
    steps: 1,
    dynamics: { plugin: 'best-response', generatorRate: 0 },
    origins: {
      'dynamics.plugin': assumed('one best answer to a generator that stands still'),
      'dynamics.generatorRate': still,
      steps: assumed('one answer is enough'),
    },
  }),
  fig2c: panel({
    title: 'After 1000 discriminator steps',
    steps: 1000,
    dynamics: { plugin: 'simultaneous', generatorRate: 0, discriminatorRate: 0.3 },
    origins: { 'dynamics.generatorRate': still },
  }),
  fig2d: panel({
    title: 'After 1000 simultaneous generator and discriminator steps',
    steps: 1000,
    dynamics: { plugin: 'simultaneous', generatorRate: 0.3, discriminatorRate: 0.3 },
  }),
  fig2e: panel({
    title: 'After 1000 simultaneous steps with 100x unrolling',
    steps: 1000,
    dynamics: { plugin: 'unrolled', generatorRate: 0.3, discriminatorRate: 0.3, steps: 100 },
  }),
}
