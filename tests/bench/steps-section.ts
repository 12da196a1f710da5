import { games } from './our-games.ts'
import { rivals } from './step-rivals.ts'
import { table } from './table.ts'
import { measured, type Tell } from './way.ts'

const members = [1, 64, 1024, 16_384]

/** The sections of the page about steps of small games: first order, unrolled, best response. */
export async function stepsSection(tell: Tell): Promise<string[]> {
  const ways = members.flatMap((count) => [...games(count), ...rivals(count)])
  const rows = await measured(ways, tell)
  const works = [...new Set(rows.map(({ work }) => work))]
  return works.flatMap((work) => [`### ${work}`, '', ...words(work), ...table(work, rows, 'ns')])
}

const words = (work: string): string[] => (work === 'first-order step' ? rivalWords : [])

const rivalWords = [
  'Two unit normals against two intervals. The C++ of 128 bits does what our kernels may do, without fused operations; that of the',
  'widest vectors (AVX-512 where there is one) takes all that the processor has. Both have an exponential of their own in',
  'intrinsics, the scalar one that of libm. NumPy, tuned, has all sixteen exponentials in one array, which it computes in its own',
  'widest vectors, and nothing is allocated; `one product` has all six sums, signs and rates in one product of matrices.',
  '',
]
