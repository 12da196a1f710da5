import type { Observation } from '@ganglion/core'
import { exp } from '@ganglion/numerics'

type Point = readonly number[]
type Atom = readonly [weight: number, place: Point]

/** A game of points against the exact RBF discriminator, whole history kept (becker2022, eq. 5 and 9). */
export interface KernelStart {
  readonly target: readonly Point[]
  readonly targetMasses: readonly number[]
  readonly points: readonly Point[]
  readonly masses: readonly number[]
  readonly sigma: number
  readonly lambda: number
  /** Of both players. */
  readonly rate: number
  /** What the discriminator has learnt beforehand: weights of kernels at places. */
  readonly tilt?: readonly Atom[]
}

/** Both players move simultaneously: the generator against the discriminator of the step before. */
export function* playKernel(start: KernelStart, steps: number): Generator<Observation> {
  const { target, targetMasses, masses, sigma, lambda, rate } = start
  let points = start.points
  let atoms = start.tilt ?? []
  for (let step = 0; step <= steps; step++) {
    yield {
      step,
      signals: {
        'generator.positions': points.flat(),
        'generator.masses': masses,
        'target.positions': target.flat(),
        'target.masses': targetMasses,
        payoff: 0,
      },
    }
    const slopes = points.map((x) => slope(atoms, x, sigma))
    const forgotten = 1 - rate * lambda
    atoms = [
      ...atoms.map(([weight, place]): Atom => [weight * forgotten, place]),
      ...target.map((x, i): Atom => [rate * targetMasses[i]!, x]),
      ...points.map((x, j): Atom => [-rate * masses[j]!, x]),
    ]
    points = points.map((x, j) => x.map((at, k) => at + rate * masses[j]! * slopes[j]![k]!))
  }
}

function slope(atoms: readonly Atom[], x: Point, sigma: number): number[] {
  const sum = x.map(() => 0)
  for (const [weight, place] of atoms) {
    let squared = 0
    for (let k = 0; k < x.length; k++) squared += (x[k]! - place[k]!) * (x[k]! - place[k]!)
    const height = (weight * exp(-squared / (2 * sigma * sigma))) / (sigma * sigma)
    for (let k = 0; k < x.length; k++) sum[k]! -= height * (x[k]! - place[k]!)
  }
  return sum
}
