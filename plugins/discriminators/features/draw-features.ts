import type { Random } from '@ganglion/core'
import { log } from '@ganglion/numerics'

/** Kernels by name, each of u = |x - y| / sigma; the first is the default. */
export const kernels = ['rbf', 'laplacian', 'rational-quadratic'] as const

/** Widths that are summed, by name; the first is the default. */
export const widths = ['one', 'decades'] as const

/** The widths of a word, in units of sigma. */
export const scalesOf = (word: (typeof widths)[number]): readonly number[] =>
  word === 'one' ? [1] : [0.1, 1, 10]

/** sqrt(2 S / M): the features' inner product is the sum of S kernels, on average over their draw. */
export const heightOf = (features: number, word: (typeof widths)[number]): number =>
  Math.sqrt((2 * scalesOf(word).length) / features)

/** What the words of a draw say. */
export interface DrawWords {
  readonly kernel: (typeof kernels)[number]
  readonly widths: (typeof widths)[number]
  readonly start: 'zero' | 'normal'
}

/** Draws a start: frequencies in units of 1 / sigma from the kernel's spectral law (Bochner), phases uniform, heights. */
export function drawn(
  random: Random,
  { features, dimensions }: { readonly features: number; readonly dimensions: number },
  { kernel, widths: word, start }: DrawWords,
): { readonly theta: number[]; readonly frequency: number[]; readonly phase: number[] } {
  const scales = scalesOf(word)
  // Widths take turns, which of them begins is drawn: each has its share, on average, for any number of features.
  const first = scales.length === 1 ? 0 : Math.floor(random.uniform(0, scales.length))
  const frequency: number[] = []
  for (let m = 0; m < features; m++) {
    const spread = spreadOf(random, kernel) / scales[(m + first) % scales.length]!
    for (let c = 0; c < dimensions; c++) frequency.push(random.normal() * spread)
  }
  return {
    frequency,
    phase: Array.from({ length: features }, () => random.uniform(0, 2 * Math.PI)),
    theta: Array.from({ length: features }, () => (start === 'zero' ? 0 : random.normal())),
  }
}

/** The deviation of one frequency: each of these kernels is a scale mixture of RBFs. */
function spreadOf(random: Random, kernel: DrawWords['kernel']): number {
  // exp(-u) is of the multivariate Cauchy law: a normal vector over one more |normal|.
  if (kernel === 'laplacian') return 1 / Math.abs(random.normal())
  // 1 / (1 + u^2 / 2): a normal vector whose variance is exponential with mean 1.
  if (kernel === 'rational-quadratic') return Math.sqrt(-log(random.uniform()))
  return 1
}
