import type { Random } from '@ganglion/core'
import { log } from '@ganglion/numerics'

/** Kernels by name, each of u = |x - y| / sigma; the first is the default. */
const single = ['rbf', 'laplacian', 'rational-quadratic'] as const

type Kernel = (typeof single)[number]

/** The word of a kernel or of a sum of some: `rbf`, `rbf+laplacian`. */
export type KernelWord = Kernel | `${Kernel}+${Kernel}` | `${Kernel}+${Kernel}+${Kernel}`

/** Every kernel, then every sum of some, each in the order of the list. */
export const kernels = single
  .reduce<readonly Kernel[][]>(
    (sets, kernel) => [...sets, ...sets.map((set) => [...set, kernel])],
    [[]],
  )
  .filter((set) => set.length > 0)
  .sort((a, b) => a.length - b.length)
  .map((set) => set.join('+')) as readonly string[] as readonly [KernelWord, ...KernelWord[]]

/** Widths that are summed, by name; the first is the default. */
export const widths = ['one', 'decades', 'octaves', 'half-decades'] as const

/** Half a decade. */
const half = Math.sqrt(10)

/** The widths of each word, in units of sigma. */
const scales: Readonly<Record<(typeof widths)[number], readonly number[]>> = {
  one: [1],
  decades: [0.1, 1, 10],
  octaves: [0.5, 1, 2],
  'half-decades': [0.1, 1 / half, 1, half, 10],
}

/** What the words say of the sum that features approximate. */
export interface SumWords {
  readonly kernel: KernelWord
  readonly widths: (typeof widths)[number]
}

/** One kernel of a sum, of one width in units of sigma. */
interface Summand {
  readonly kernel: Kernel
  readonly scale: number
}

/** Every kernel of the words in every width of them. */
const summandsOf = ({ kernel: word, widths: sum }: SumWords): readonly Summand[] =>
  (word.split('+') as Kernel[]).flatMap((kernel) => scales[sum].map((scale) => ({ kernel, scale })))

/** sqrt(2 S / M): the features' inner product is the sum of S kernels, on average over their draw. */
export const heightOf = (features: number, words: SumWords): number =>
  Math.sqrt((2 * summandsOf(words).length) / features)

/** What the words of a draw say. */
export interface DrawWords extends SumWords {
  readonly start: 'zero' | 'normal'
}

/**
 * Draws a start: frequencies in units of 1 / sigma from the spectral law of each feature's summand (Bochner), phases uniform,
 * heights.
 */
export function drawn(
  random: Random,
  { features, dimensions }: { readonly features: number; readonly dimensions: number },
  words: DrawWords,
): { readonly theta: number[]; readonly frequency: number[]; readonly phase: number[] } {
  const summands = summandsOf(words)
  // Summands take turns, which of them begins is drawn: each has its share, on average, for any number of features.
  const first = summands.length === 1 ? 0 : Math.floor(random.uniform(0, summands.length))
  const frequency: number[] = []
  for (let m = 0; m < features; m++) {
    const { kernel, scale } = summands[(m + first) % summands.length]!
    const spread = spreadOf(random, kernel) / scale
    for (let c = 0; c < dimensions; c++) frequency.push(random.normal() * spread)
  }
  return {
    frequency,
    phase: Array.from({ length: features }, () => random.uniform(0, 2 * Math.PI)),
    theta: Array.from({ length: features }, () => (words.start === 'zero' ? 0 : random.normal())),
  }
}

/** The deviation of one frequency: each of these kernels is a scale mixture of RBFs. */
function spreadOf(random: Random, kernel: Kernel): number {
  // exp(-u) is of the multivariate Cauchy law: a normal vector over one more |normal|.
  if (kernel === 'laplacian') return 1 / Math.abs(random.normal())
  // 1 / (1 + u^2 / 2): a normal vector whose variance is exponential with mean 1.
  if (kernel === 'rational-quadratic') return Math.sqrt(-log(random.uniform()))
  return 1
}
