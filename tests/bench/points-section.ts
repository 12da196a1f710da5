import { atoms, features, learntAtoms } from './our-points.ts'
import { featureWays, historyWays } from './point-ways.ts'
import { table } from './table.ts'
import { measured, type Tell, type Way } from './way.ts'

const sizes = [1, 64]

const works = [
  {
    work: 'Random features',
    ways: featureWays,
    words: [
      `Microseconds a step and member: ${features} features, 4 true and 4 generated points in the plane, both players move. The true`,
      'points are summed once, by everybody. The scalar C++ takes sine and cosine of an angle together from libm; the others take',
      'vectors of them from the vector library of glibc (libmvec, -ffast-math): of 128 bits without fused operations, as our kernels',
      'do, of 256 (AVX2), and of the widest that there are (AVX-512). NumPy has no vectors of sine and cosine; `tangents` takes both',
      'from the tangent of half the angle, of which it has them on processors with AVX-512.',
    ],
  },
  {
    work: 'Exact history',
    ways: historyWays,
    words: [
      `Microseconds a step and member: the RBF in function space, a history of ${atoms} atoms (ours has learnt ${learntAtoms} of them when the clock`,
      'starts), 4 generated points in the plane. Rivals move the points in a given history; ours also adds to it. The C++ is as above.',
      'NumPy computes the exponential in its own widest vectors; `products` has the exponents and the sums over the atoms as products',
      'of matrices.',
    ],
  },
]

/** The sections of the page about points: random features, and the exact history of a kernel. */
export async function pointsSection(tell: Tell): Promise<string[]> {
  const ways = works.flatMap(({ work, ways: of }) =>
    sizes.flatMap((members) =>
      of(members).map(([who, measure]): Way => ({ work, members, who, measure })),
    ),
  )
  const rows = await measured(ways, tell)
  return works.flatMap(({ work, words }) => [
    `### ${work}`,
    '',
    ...words,
    '',
    ...table(work, rows, 'us'),
  ])
}
