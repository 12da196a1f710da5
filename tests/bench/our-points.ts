import type { Backend } from '@ganglion/calculus'
import { prepare } from 'ganglion'
import { bareStep, type Bare } from './bare-step.ts'
import { least, manyRepeats } from './least.ts'

/** Random features, and atoms of a history, of all who are measured. */
export const [features, atoms] = [1000, 256]

/** Atoms that a history of ours has when the clock starts: there is room for those of the steps that are measured. */
export const learntAtoms = atoms - 16

/** What the discriminator is, the rate of both players, and what members have learnt before. */
interface Family {
  readonly discriminator: object
  readonly rate: number
  readonly own: (members: number) => NonNullable<Bare['own']>
}

const families = {
  features: {
    discriminator: { plugin: 'features', features, dimensions: 2 },
    rate: 1e-3,
    own: () => ({}),
  },
  history: {
    discriminator: { plugin: 'kernel', capacity: atoms, dimensions: 2 },
    // So slow that nobody needs many atoms more while it is measured.
    rate: 1e-5,
    own: learnt,
  },
} as const satisfies Record<string, Family>

function learnt(members: number): NonNullable<Bare['own']> {
  const laid = (cells: number, of: (cell: number) => number): Float64Array =>
    Float64Array.from({ length: cells * members }, (_, k) => of(Math.floor(k / members)))
  return {
    'discriminator.atoms': laid(2 * atoms, (k) => Math.cos(1.3 * k) * 1.1),
    'discriminator.coefficients': laid(atoms, (h) => Math.sin(2.1 * h) * 1e-3),
    'discriminator.used': laid(1, () => learntAtoms),
  }
}

/** Steps of a repeat: some milliseconds at most for the slowest. */
export const stepsOf = (members: number): number => Math.max(1, Math.round(20 / members))

/** What a step of ours takes, in ns a member. */
export async function ours(family: keyof typeof families, members: number, backend: Backend) {
  const { discriminator, rate, own } = families[family]
  const game = {
    target: { kind: 'ring', points: 4, radius: 1 },
    generator: { plugin: 'points', points: 4, dimensions: 2 },
    discriminator,
    dynamics: { plugin: 'simultaneous', generatorRate: rate, discriminatorRate: rate },
    objective: 'mean-difference',
    optimizer: 'sgd',
    steps: 1,
  }
  const step = bareStep(await prepare(game, { members }), { backend, rate, own: own(members) })
  return timed((steps) => {
    for (let k = 0; k < steps; k++) step()
  }, members)
}

/** What a step takes that is played so, in ns a member. */
export function timed(play: (steps: number) => void, members: number): number {
  const steps = stepsOf(members)
  play(Math.ceil(400 / members))
  return least(manyRepeats, () => play(steps), steps * members)
}
