import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { eigenvalues, modulus, type Eigenvalue } from './eigenvalues.ts'
import { fadingEigenvalues } from './fading.ts'
import type { JointMap } from './linearisation.ts'
import type { Point } from './point.ts'

const draws = cursor(stream(3, 'test.fading'), 0)

/** A step whose last `cells` coordinates fade by a factor and hear the first ones; `heard` is what they hear of one another. */
function step(first: number, cells: number, factor: number, heard = 0): number[][] {
  const size = first + cells
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      if (i >= first && j >= first) return i === j ? factor : i === j + 1 ? heard : 0
      return (i === j ? 1 : 0) + 0.1 * draws.uniform(-1, 1)
    }),
  )
}

/** What the search asks of a map. */
function mapOf(jacobian: readonly number[][]): JointMap {
  const along = (_: Point, directions: readonly Float64Array[]) =>
    directions.map((d) =>
      Float64Array.from(jacobian.map((row) => row.reduce((sum, x, j) => sum + x * d[j]!, 0))),
    )
  return { along } as unknown as JointMap
}

const point = {} as Point
const sections = (first: number, cells: number) => [
  { path: 'generator.positions', cells: first },
  { path: 'discriminator.theta', cells },
]

/** The greatest distance of a list from another, each taken once. */
function apart(some: readonly Eigenvalue[], others: readonly Eigenvalue[]): number {
  const left = [...others]
  return some.reduce((worst, { re, im }) => {
    const far = left.map((z) => modulus({ re: z.re - re, im: z.im - im }))
    const nearest = far.indexOf(Math.min(...far))
    left.splice(nearest, 1)
    return Math.max(worst, far[nearest]!)
  }, 0)
}

test.each([
  [1, 1],
  [4, 5],
  [6, 50],
])('%i coordinates and %i that fade: all eigenvalues of the Jacobian', (first, cells) => {
  for (const factor of [0.9, 1, 0]) {
    const jacobian = step(first, cells, factor)
    const found = fadingEigenvalues(mapOf(jacobian), point, sections(first, cells))!
    expect(found).toHaveLength(first + cells)
    // Of the many that are c, those of the whole matrix are moved by its rounding.
    expect(apart(found, eigenvalues(jacobian))).toBeLessThan(1e-6)
    const sizes = found.map(modulus)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  }
})

test('coordinates that hear one another do not only fade, however faintly they do', () => {
  for (const heard of [0.1, 1e-6, 1e-12])
    expect(fadingEigenvalues(mapOf(step(3, 20, 0.9, heard)), point, sections(3, 20))).toBeNull()
})

test('nothing is gained where the others are more', () => {
  expect(fadingEigenvalues(mapOf(step(9, 4, 0.9)), point, sections(9, 4))).toBeNull()
})
