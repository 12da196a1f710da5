import { expect, test } from 'vitest'
import { mixtureDensity, type Mixture } from './mixture.ts'
import { differenceZeros } from './zeros.ts'

const mixture = (means: number[], weights = means.map(() => 1 / means.length)): Mixture => ({
  weights,
  means,
  deviation: 1,
})

/** Park and Miller's generator: uniform on (0, 1), the same on every run. */
function uniforms(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

function randomMixture(next: () => number, like: Mixture | undefined, simple: boolean): Mixture {
  const count = simple || next() < 0.7 ? 2 : 1 + Math.floor(4 * next())
  const spread = [0.5, 2, 6, 20][Math.floor(4 * next())]!
  const means: number[] = []
  const weights: number[] = []
  for (let i = 0; i < count; i++) {
    const kind = next()
    const old = [...Array.from(like?.means ?? []), ...means]
    const base = old[Math.floor(old.length * next())] ?? 0
    if (kind < 0.1 && old.length > 0) means.push(base)
    else if (kind < 0.25 && old.length > 0) means.push(base + (next() - 0.5) * 10 ** (-12 * next()))
    else means.push(spread * (next() - 0.5))
    weights.push(simple ? 1 : next() < 0.1 ? 10 ** (-8 * next()) : next())
  }
  const total = weights.reduce((sum, w) => sum + w, 0)
  return mixture(
    means,
    weights.map((w) => w / total),
  )
}

/** What is wrong with the zeros, as far as a grid of signs can tell; empty if nothing is. */
function compare(target: Mixture, generated: Mixture, points: number): string {
  const zeros = differenceZeros(target, generated)
  const all = [...Array.from(target.means), ...Array.from(generated.means)]
  const distinct = new Set(all).size
  if (zeros.length > Math.max(0, distinct - 1)) return 'more zeros than the bound allows'
  for (let i = 1; i < zeros.length; i++) {
    if (!(zeros[i]! > zeros[i - 1]!)) return 'zeros out of order'
  }
  const low = Math.min(...all) - 4
  const high = Math.max(...all) + 4
  let known = 0
  for (let i = 0; i <= points; i++) {
    const x = low + ((high - low) * i) / points
    const p = gaussians(target, x)
    const q = gaussians(generated, x)
    const f = p - q
    // The rounding of the exponents, which are at most half the square of the width.
    if (Math.abs(f) <= 1e-15 * (p + q) * (1 + Math.abs(x) + high - low) ** 2) continue
    let index = 0
    while (index < zeros.length && zeros[index]! < x) index++
    const sign = Math.sign(f)
    const parity = index % 2 === 0 ? sign : -sign
    if (known === 0) known = parity
    else if (known !== parity) return `sign ${sign} at ${x} contradicts the zeros ${zeros.join()}`
  }
  return ''
}

// Not the package's own density, for independence and for speed.
function gaussians(m: Mixture, x: number): number {
  let sum = 0
  for (let j = 0; j < m.means.length; j++) {
    const u = x - m.means[j]!
    sum += m.weights[j]! * Math.exp(-0.5 * u * u)
  }
  return sum
}

test('the zeros agree with a grid of signs on 100 000 random pairs of mixtures', () => {
  const next = uniforms(20170611)
  for (let i = 0; i < 100_000; i++) {
    const simple = i % 2 === 0
    const target = randomMixture(next, undefined, simple)
    const generated = randomMixture(next, target, simple)
    const complaint = compare(target, generated, 100)
    if (complaint !== '') expect.fail(JSON.stringify({ i, complaint, target, generated }))
  }
})

test('the zeros agree with a fine grid', () => {
  const next = uniforms(4711)
  for (let i = 0; i < 1000; i++) {
    const target = randomMixture(next, undefined, i % 2 === 0)
    const generated = randomMixture(next, target, i % 2 === 0)
    const complaint = compare(target, generated, 5000)
    if (complaint !== '') expect.fail(JSON.stringify({ i, complaint, target, generated }))
  }
})

test('known zeros', () => {
  const zeros = differenceZeros(mixture([-2, 2]), mixture([-1, 2.5]))
  const known = [-1.497886198, 0.659259989, 2.239395149]
  expect(zeros).toHaveLength(3)
  zeros.forEach((x, i) => expect(x).toBeCloseTo(known[i]!, 9))
  // cosh(x / 2) = e^(1/8): the two means 0 are one component.
  const pair = differenceZeros(mixture([-0.5, 0.5]), mixture([0, 0]))
  const half = 2 * Math.acosh(Math.exp(0.125))
  expect(pair).toHaveLength(2)
  expect(pair[0]).toBeCloseTo(-half, 13)
  expect(pair[1]).toBeCloseTo(half, 13)
})

test('equal mixtures have no zeros, however they are written', () => {
  expect(differenceZeros(mixture([1, 2]), mixture([2, 1]))).toEqual([])
  expect(differenceZeros(mixture([1]), mixture([1, 1, 1]))).toEqual([])
  expect(differenceZeros(mixture([1], [1]), mixture([1, 1, 7], [0.1, 0.9, 0]))).toEqual([])
  expect(differenceZeros(mixture([0, 3], [0.3, 0.7]), mixture([0, 0, 3], [0.1, 0.2, 0.7]))).toEqual(
    [],
  )
})

test('nearly equal means: the zeros of the derivative of the density', () => {
  const h = 2 ** -40
  expect(differenceZeros(mixture([0]), mixture([h]))[0]).toBeCloseTo(h / 2, 15)
  const zeros = differenceZeros(mixture([0, 5]), mixture([h, 5 + h]))
  // phi'(x) + phi'(x - 5) = 0: near both means and at the middle.
  expect(zeros).toHaveLength(3)
  expect(zeros[1]).toBeCloseTo(2.5, 9)
  for (const x of [zeros[0]!, zeros[2]!]) {
    const near = -x * Math.exp((-x * x) / 2)
    const far = -(x - 5) * Math.exp((-(x - 5) * (x - 5)) / 2)
    expect(Math.abs(near + far)).toBeLessThan(1e-4 * Math.max(Math.abs(near), 1e-6))
  }
})

test('a touch is not a zero, and its two neighbours are found on one side of it', () => {
  // a cosh(2x) e^-2 - b has a double zero at 0 where a e^-2 = b; a third component takes the rest.
  const at = (excess: number): number[] => {
    const b = 1 / (1 + Math.exp(2)) + excess
    return differenceZeros(mixture([-2, 2]), mixture([0, 40], [b, 1 - b])).filter((x) => x < 10)
  }
  const touch = Math.exp(-2)
  const base = 1 / (1 + Math.exp(2))
  expect(at(touch - base - 1e-9)).toHaveLength(0)
  const pair = at(touch - base + 1e-9)
  expect(pair).toHaveLength(2)
  // cosh(2x) = 1 + 1e-9 e^2, so x = sqrt(1e-9 e^2 / 2).
  expect(pair[1]).toBeCloseTo(Math.sqrt(1e-9 * Math.exp(2) * 0.5), 9)
})

test('far apart and tiny weights neither overflow nor lose zeros', () => {
  expect(differenceZeros(mixture([-1e6]), mixture([1e6]))).toEqual([0])
  const far = differenceZeros(mixture([-1000, 1000]), mixture([0]))
  expect(far).toHaveLength(2)
  expect(far[1]).toBeCloseTo(500 + Math.log(2) / 1000, 10)
  const tiny = differenceZeros(mixture([0, 10], [1 - 1e-200, 1e-200]), mixture([0]))
  expect(tiny).toEqual([])
  // A component that ran away leaves the resolution of the others alone.
  const fled = differenceZeros(mixture([-1, 1, 1e17]), mixture([-1e17, -1, 3]))
  expect(fled).toHaveLength(3)
  expect(fled[1]).toBeCloseTo(2, 12)
  const lone = differenceZeros(mixture([0, 10], [0.5, 0.5]), mixture([0, 5], [0.5, 0.5]))
  expect(lone).toHaveLength(1)
  expect(lone[0]).toBeCloseTo(7.5, 12)
})

test('moving and scaling both mixtures moves and scales the zeros', () => {
  const next = uniforms(5)
  for (let i = 0; i < 500; i++) {
    const target = randomMixture(next, undefined, true)
    const generated = randomMixture(next, undefined, true)
    const move = (m: Mixture): Mixture => ({
      weights: m.weights,
      means: Array.from(m.means, (x) => 4 * x + 32),
      deviation: 4,
    })
    const zeros = differenceZeros(target, generated)
    const moved = differenceZeros(move(target), move(generated))
    const swapped = differenceZeros(generated, target)
    expect(moved).toHaveLength(zeros.length)
    expect(swapped).toHaveLength(zeros.length)
    zeros.forEach((x, j) => {
      const s = mixtureDensity(target, x) - mixtureDensity(generated, x)
      expect(Math.abs(s)).toBeLessThan(1e-14)
      if (zeros.length < 2) return
      expect(Math.abs(swapped[j]! - x)).toBeLessThan(1e-6 * Math.max(1, Math.abs(x)))
      expect(Math.abs(moved[j]! - 4 * x - 32)).toBeLessThan(1e-6 * Math.max(1, Math.abs(x)))
    })
  }
})

test('different deviations and numbers that are not finite are refused with a reason', () => {
  const wide: Mixture = { weights: [1], means: [0], deviation: 2 }
  expect(() => differenceZeros(mixture([0]), wide)).toThrow(RangeError)
  expect(() => differenceZeros(mixture([0]), wide)).toThrow('give both the same deviation')
  expect(() => differenceZeros(mixture([NaN]), mixture([0]))).toThrow('means must be finite')
  const flat: Mixture = { weights: [1], means: [0], deviation: 0 }
  expect(() => differenceZeros(flat, flat)).toThrow('positive and finite')
})

test('a search leaves no trace in the next one, whatever their sizes', () => {
  const comb = (count: number, shift: number): Mixture =>
    mixture(Array.from({ length: count }, (_, j) => 8 * j + shift))
  const small = differenceZeros(mixture([-1, 1]), mixture([0, 3]))
  const first = [...small]
  // Forty components interlaced: a zero about in the middle between each and the next.
  const large = differenceZeros(comb(20, 0), comb(20, 4))
  expect(large).toHaveLength(39)
  large.forEach((x, j) => expect(x).toBeCloseTo(4 * j + 2, 6))
  expect(small).toEqual(first)
  expect(differenceZeros(mixture([-1, 1]), mixture([0, 3]))).toEqual(first)
  expect(() => differenceZeros(mixture([0, NaN]), mixture([0]))).toThrow(RangeError)
  expect(differenceZeros(mixture([-1, 1]), mixture([0, 3]))).toEqual(first)
})
