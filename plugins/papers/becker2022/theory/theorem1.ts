import type { Finding, SystemsClaim } from '@ganglion/core'
import type { Cursor } from '@ganglion/numerics'
import { agreement, type Told } from './agreement.ts'
import { anyScale, curvatures, drawRegion, excessOf, whole, type Region } from './region.ts'

const where = 'Theorem 1'
const sentenceB = 'If Δ_i < 0 and |N_i| ≥ 1, the equilibrium point is locally unstable.'
const sentenceC =
  'If |N_i| = 1 and μΔ_i k_1 p̃_1 + min{λ², μ p̃_1² k_3} > 0, the equilibrium point is locally stable.'
/** The printed forms need one counterexample. */
const fewer = { smoke: 20, paper: 200 }
const draws = { smoke: 120, paper: 1000 }
const systems =
  'random regions, half RBF and half five random waves; eta_d halved until that no longer matters; decided: |growth exponent| times steps above 7'

/** The left side of (19), and of (20), with k for both of its numbers of the kernel. */
function criterion({ rates, ...region }: Region, k: number): number {
  const mu = rates.points / rates.critic
  const [p] = region.masses as [number]
  const excess = excessOf({ rates, ...region })
  return mu * excess * k * p + Math.min(rates.ridge * rates.ridge, mu * p * p * k)
}

/** Whether (19) holds as printed (k1), or with k2 where Delta is negative, where the steepest direction is the first to go. */
function holds19(region: Region, asPrinted: boolean): boolean {
  const [k1, k2] = curvatures(region.kernel, region.truth.length)
  return criterion(region, excessOf(region) < 0 && !asPrinted ? k2 : k1) > 0
}

/** Whether (20) holds, with the k2 that the kernel attains. */
const holds20 = (region: Region): boolean =>
  criterion(region, curvatures(region.kernel, region.truth.length)[1]) < 0

type Draw = (random: Cursor) => Told | null

/** A single point that a criterion decides; others are passed over. */
const single =
  (excess: readonly [number, number], stable: boolean, met: (region: Region) => boolean): Draw =>
  (random) => {
    const wanted = {
      points: 1,
      excess: random.uniform(...excess),
      pace: anyScale(random, 0.1, 10),
    }
    const region = drawRegion(random, wanted)
    return met(region) ? { region, stable } : null
  }

const under19 = single([-1.5, 0.9], true, (region) => holds19(region, false))

/** So many points with so much too little or too much mass. */
const several =
  (points: readonly [number, number], excess: readonly [number, number], stable: boolean): Draw =>
  (random) => {
    const wanted = {
      points: whole(random, ...points),
      excess: random.uniform(...excess),
      pace: anyScale(random, 0.2, 3),
    }
    return { region: drawRegion(random, wanted), stable }
  }

/** Theorem 1 (a) to (d), and what it says beside them. */
export const theorem1: readonly SystemsClaim[] = [
  {
    kind: 'systems',
    name: 'theorem 1 (a): with too little generated mass the true point is stable',
    sentence: 'If Δ_i > 0, the equilibrium point is locally stable.',
    where,
    reading: systems,
    draws,
    seed: 1,
    check: (count, seed, laboratory) =>
      agreement('1a', several([1, 3], [0.1, 0.9], true), { count, seed, laboratory }),
  },
  {
    kind: 'systems',
    name: 'theorem 1 (b): with too much generated mass it is unstable for several points',
    sentence: sentenceB,
    where,
    reading: `${systems}; |N_i| > 1 is read, for |N_i| >= 1 contradicts (c)`,
    draws,
    seed: 2,
    check: (count, seed, laboratory) =>
      agreement('1b', several([2, 4], [-2, -0.1], false), { count, seed, laboratory }),
  },
  {
    kind: 'systems',
    name: 'theorem 1 (b) as printed: also for a single point',
    sentence: sentenceB,
    where,
    reading: `|N_i| = 1; ${systems}`,
    draws: fewer,
    seed: 3,
    check: async (count, seed, laboratory) =>
      orInstead(
        await agreement(
          '1b-single',
          single([-1.5, -0.1], false, () => true),
          { count, seed, laboratory },
        ),
        'a single point is stable wherever (19) holds, with k2 for k1, whatever the sign of Delta',
        await agreement(
          '1b-instead',
          single([-1.5, -0.02], true, (region) => holds19(region, false)),
          { count, seed, laboratory },
        ),
      ),
  },
  {
    kind: 'systems',
    name: 'theorem 1 (c): a single point under (19) is stable',
    sentence: sentenceC,
    where: 'Theorem 1, equation 19',
    reading: `${systems}; k1 is read as k2 where Delta < 0: the steepest direction of the kernel is the first to lose its hold; the RBF has k1 = k2`,
    draws,
    seed: 4,
    check: (count, seed, laboratory) => agreement('1c', under19, { count, seed, laboratory }),
  },
  {
    kind: 'systems',
    name: 'theorem 1 (c) as printed: k1 also where Delta < 0',
    sentence: sentenceC,
    where: 'Theorem 1, equation 19',
    reading: `kernels that meet (19) with k1; ${systems}`,
    draws: fewer,
    seed: 5,
    check: async (count, seed, laboratory) =>
      orInstead(
        await agreement(
          '1c-printed',
          single([-1.5, -0.1], true, (region) => holds19(region, true)),
          { count, seed, laboratory },
        ),
        'stable under (19) with k2 for k1 where Delta < 0',
        await agreement('1c', under19, { count, seed, laboratory }),
      ),
  },
  {
    kind: 'systems',
    name: 'theorem 1 (d): a single point under (20) is unstable',
    sentence:
      'If |N_i| = 1 and μΔ_i k_2 p̃_1 + min{λ², μ p̃_1² k_4} < 0, the equilibrium point is locally unstable.',
    where: 'Theorem 1, equation 20',
    reading: `${systems}; k2 is attained by the kernel`,
    draws,
    seed: 6,
    check: (count, seed, laboratory) =>
      agreement('1d', single([-2, -0.1], false, holds20), { count, seed, laboratory }),
  },
]

/** A finding of what is printed, and where it is refuted, of what holds instead. */
function orInstead(printed: Finding, says: string, instead: Finding): Finding {
  return printed.holds ? printed : { ...printed, instead: { says, ...instead } }
}
