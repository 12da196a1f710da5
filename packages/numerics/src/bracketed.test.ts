import { expect, test } from 'vitest'
import { bracketedIntervals, bracketedZeros } from './bracketed.ts'
import { positiveIntervals, type Interval } from './intervals.ts'
import { mixtureDensity, type Mixture } from './mixture.ts'
import { normalPdf } from './normal-pdf.ts'
import { differenceZeros } from './zeros.ts'

const law = (means: number[], weights = means.map(() => 1 / means.length)): Mixture => ({
  weights,
  means,
  deviation: 1,
})

test('zeros between means are found to the last digits', () => {
  const known = [-1.497886198, 0.659259989, 2.239395149]
  const zeros = bracketedZeros(law([-2, 2]), law([-1, 2.5]))
  expect(zeros).toHaveLength(3)
  zeros.forEach((x, i) => expect(x).toBeCloseTo(known[i]!, 9))
})

test('a pair of zeros in one piece is missed', () => {
  const [target, generated] = [law([0, 0.5], [0.1, 0.9]), law([4, 0.3], [0.1, 0.9])]
  const certified = differenceZeros(target, generated)
  expect(certified).toHaveLength(3)
  // Two lie between the left end of the search, -10, and the smallest mean, 0.
  expect(certified[0]).toBeCloseTo(-6.117933, 6)
  expect(certified[1]).toBeCloseTo(-0.274433, 6)
  const found = bracketedZeros(target, generated)
  expect(found).toHaveLength(1)
  expect(found[0]).toBeCloseTo(certified[2]!, 12)
})

test('a zero more than ten deviations outside all means is missed', () => {
  const [target, generated] = [law([0, 0.1]), law([-0.1, 0.1], [0.4, 0.6])]
  const certified = differenceZeros(target, generated)
  expect(certified).toHaveLength(2)
  expect(certified[1]).toBeGreaterThan(10.1)
  const [first, ...others] = bracketedZeros(target, generated)
  expect(first).toBeCloseTo(certified[0]!, 12)
  expect(others).toEqual([])
})

/** Park and Miller's generator: uniform on (0, 1), the same on every run. */
function uniforms(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

/** One zero for each piece at whose ends plain densities differ in sign, and it lies in that piece; '' if so. */
function complaint(target: Mixture, generated: Mixture): string {
  const means = [...Array.from(target.means), ...Array.from(generated.means)].sort((a, b) => a - b)
  const cuts = [means[0]! - 10, ...means, means.at(-1)! + 10]
  const signs = cuts.map((x) => Math.sign(mixtureDensity(target, x) - mixtureDensity(generated, x)))
  const zeros = bracketedZeros(target, generated)
  const certified = differenceZeros(target, generated)
  let next = 0
  for (let k = 1; k < cuts.length; k++) {
    if (signs[k] === signs[k - 1]) continue
    const zero = zeros[next++]
    if (zero === undefined || zero < cuts[k - 1]! || zero > cuts[k]!) return `no zero in piece ${k}`
    if (!certified.some((x) => Math.abs(x - zero) < 1e-9))
      return `${zero} is none of ${certified.join()}`
  }
  return next === zeros.length ? '' : `${zeros.length} zeros for ${next} changes of sign`
}

test('one zero for each change of sign, each of them a certified one', () => {
  const next = uniforms(5)
  let missed = 0
  for (let i = 0; i < 2000; i++) {
    const draw = () => 6 * next() - 3
    const w = 0.02 + 0.96 * next()
    const v = 0.02 + 0.96 * next()
    const [target, generated] = [
      law([draw(), draw()], [w, 1 - w]),
      law([draw(), draw()], [v, 1 - v]),
    ]
    const found = complaint(target, generated)
    if (found !== '') expect.fail(JSON.stringify({ i, found, target, generated }))
    const certified = differenceZeros(target, generated).length
    if (certified > bracketedZeros(target, generated).length) missed++
  }
  expect(missed).toBeGreaterThan(0)
})

test('where all zeros are found the intervals are the certified ones, infinite ends included', () => {
  const whole: Interval = { left: -Infinity, right: 0 }
  expect(bracketedIntervals(law([-1]), law([1]))).toEqual([whole])
  expect(bracketedIntervals(law([1]), law([-1]))).toEqual([{ left: 0, right: Infinity }])
  const [target, generated] = [law([-2, 2]), law([-1, 2.5])]
  const found = bracketedIntervals(target, generated)
  const certified = positiveIntervals(target, generated)
  expect(found.map(({ left }) => left === -Infinity)).toEqual([true, false])
  certified.forEach(({ right }, k) => expect(found[k]!.right).toBeCloseTo(right, 12))
})

test('moving and scaling both mixtures moves and scales what is found', () => {
  const [means, others] = [
    [-2, 2],
    [-1, 2.5],
  ] as const
  const scaled = (list: readonly number[]): Mixture => ({
    weights: [0.5, 0.5],
    means: list.map((x) => 0.01 * x + 3),
    deviation: 0.01,
  })
  const zeros = bracketedZeros(law([...means]), law([...others]))
  bracketedZeros(scaled(means), scaled(others)).forEach((x, i) =>
    expect((x - 3) / 0.01).toBeCloseTo(zeros[i]!, 9),
  )
})

test('equal mixtures have none, and what differenceZeros refuses is refused', () => {
  expect(bracketedZeros(law([1, 2]), law([2, 1]))).toEqual([])
  expect(bracketedIntervals(law([1, 2]), law([2, 1]))).toEqual([])
  const wide: Mixture = { weights: [1], means: [0], deviation: 2 }
  expect(() => bracketedZeros(law([0]), wide)).toThrow('give both the same deviation')
})

/** Where 999 best responses of step 0.1 end, with one more factor 1 / sqrt(2 pi) in the slope, from means 4 and 4.1. */
function descended(search: (target: Mixture, generated: Mixture) => Interval[]): number[] {
  const weights = [0.1, 0.9]
  const target = law([0, 0.5], weights)
  let means = [4, 4.1]
  for (let step = 0; step < 999; step++) {
    const inside = search(target, law(means, weights))
    means = means.map((mean, j) => {
      const slope = inside.reduce(
        (sum, { left, right }) => sum + normalPdf(right - mean) - normalPdf(left - mean),
        0,
      )
      return mean - 0.1 * normalPdf(0) * weights[j]! * slope
    })
  }
  return means
}

test('known answer: best responses that miss zeros end at 3.524 and 0.2246, complete ones elsewhere', () => {
  const [one, other] = descended(bracketedIntervals)
  expect(one).toBeCloseTo(3.524, 3)
  expect(other).toBeCloseTo(0.2246, 4)
  const [first, second] = descended(positiveIntervals)
  expect(first).toBeCloseTo(3.6135, 4)
  expect(second).toBeCloseTo(0.3778, 4)
})
