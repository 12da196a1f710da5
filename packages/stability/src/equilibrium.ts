import { Matrix, QrDecomposition } from 'ml-matrix'
import type { Linearisation, JointMap } from './linearisation.ts'
import { NoEquilibrium, NoJacobian } from './no-jacobian.ts'
import type { Point } from './point.ts'

/** Where a step leads nowhere else. */
export interface Equilibrium {
  readonly linearisation: Linearisation
  /** Newton steps that it took. */
  readonly iterations: number
  /** The greatest change of a coordinate that a step still makes. */
  readonly residual: number
  /** The greatest distance of a coordinate from where the search began. */
  readonly distance: number
}

const mostIterations = 100
const mostWarming = 10_000

/**
 * Finds an equilibrium near a point: Newton's method on F(z) - z, the exact Jacobian at each step, damped and shifted as
 * Levenberg and Marquardt do, so that directions in which every place is an equilibrium (dead intervals, masses that no
 * one moves) do no harm. It may be stable or not. Throws a NoEquilibrium where none is
 * found, a NoJacobian where steps are random.
 */
export function findEquilibrium(map: JointMap, from: Point): Equilibrium {
  const start = warmed(map, from)
  let here = map.linearised(start)
  if (map.random)
    throw new NoJacobian(
      'a step draws random numbers: it is another map each time and rests nowhere',
      'Analyse the game without its noise',
    )
  const origin = here.at
  let shift = 1e-3
  for (let k = 0; k <= mostIterations; k++) {
    const residual = sizeOf(changeOf(here))
    if (!Number.isFinite(residual)) break
    if (residual <= 4 * Number.EPSILON * (1 + sizeOf(here.at)))
      return { linearisation: here, iterations: k, residual, distance: apart(here.at, origin) }
    const found = improved(map, here, shift)
    if (!found) {
      // As near as rounding lets it come, or stuck.
      if (residual > 1e-12 * (1 + sizeOf(here.at))) throw lost(residual, k)
      return { linearisation: here, iterations: k, residual, distance: apart(here.at, origin) }
    }
    const stalls = sizeOf(changeOf(found.here)) > residual / 4
    if (stalls && residual <= 1e-12 * (1 + sizeOf(here.at)))
      return { linearisation: here, iterations: k, residual, distance: apart(here.at, origin) }
    here = found.here
    shift = found.shift
  }
  throw lost(sizeOf(changeOf(here)), mostIterations)
}

/** Both players held where they are until what the script remembers has its final shape. */
function warmed(map: JointMap, from: Point): Point {
  let point = from
  for (let k = 0; k < mostWarming; k++) {
    if (map.keepsShape(point)) return point
    const { memory, draws } = map.next(point)
    point = { ...point, memory, draws }
  }
  throw new NoJacobian(
    `what the script remembers still grows after ${mostWarming} steps`,
    'Let it remember so many messages and no more',
  )
}

/** A step of Newton's method that brings the point nearer to rest; null where none does. */
function improved(
  map: JointMap,
  here: Linearisation,
  last: number,
): { readonly here: Linearisation; readonly shift: number } | null {
  const change = changeOf(here)
  const before = lengthOf(change)
  for (let shift = last; shift < 1e6; shift *= 100) {
    const step = newtonStep(here.jacobian, change, shift)
    for (let damping = 1; damping > 1e-3; damping /= 4) {
      const there = here.at.map((x, i) => x + damping * step[i]!)
      const next = map.linearised(map.moved(here.point, there))
      const after = lengthOf(changeOf(next))
      if (after < before * (1 - 1e-4 * damping)) {
        const ratio = after / before
        // Quadratic convergence: the shift falls as the square of what is left.
        return { here: next, shift: Math.max(1e-12, Math.min(shift, 1e-3 * ratio, shift * ratio)) }
      }
    }
  }
  return null
}

/** The d that makes |(J - I) d + change|^2 + (shift |J - I| |d|)^2 least. */
function newtonStep(
  jacobian: readonly Float64Array[],
  change: Float64Array,
  shift: number,
): number[] {
  const size = change.length
  const moving = jacobian.map((row, i) => Array.from(row, (x, j) => (i === j ? x - 1 : x)))
  const norm = Math.max(...moving.map((row) => lengthOf(row)), Number.MIN_VALUE)
  const below = Array.from({ length: size }, (_, i) => {
    const row = Array.from({ length: size }, () => 0)
    row[i] = shift * norm
    return row
  })
  const right = [...Array.from(change, (x) => [-x]), ...below.map(() => [0])]
  const solved = new QrDecomposition(new Matrix([...moving, ...below])).solve(new Matrix(right))
  return solved.to1DArray()
}

const changeOf = ({ at, next }: Linearisation): Float64Array => next.map((x, i) => x - at[i]!)

const sizeOf = (vector: Float64Array): number =>
  vector.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : NaN), 0)

const apart = (a: Float64Array, b: Float64Array): number => sizeOf(a.map((x, i) => x - b[i]!))

function lengthOf(vector: ArrayLike<number>): number {
  let square = 0
  for (let k = 0; k < vector.length; k++) square += vector[k]! * vector[k]!
  return Math.sqrt(square)
}

const lost = (residual: number, iterations: number): NoEquilibrium =>
  new NoEquilibrium(
    `no equilibrium found near this state: after ${iterations} Newton steps a step still changes a coordinate by ${residual.toPrecision(3)}`,
    'Begin at another step, as with --at equilibrium 0',
  )
