import type { SweptGroup } from '@ganglion/core'
import { expect, test } from 'vitest'
import { arrivalLaw, exponentText, mediansText } from './arrival-law.ts'
import { claims5 } from './claims-5.ts'

const alphas = [1, 2, 3, 4].map((k) => k / 9)
/** Medians that go as a power of alpha (1 - alpha). */
const groups = (exponent: number, factor = 100): SweptGroup[] =>
  alphas.map((alpha) => ({
    group: { alpha },
    ordered: {
      means: { mean: 1 },
      times: { arrival: { median: factor * Math.exp(exponent * Math.log(alpha * (1 - alpha))) } },
    },
  }))

test('the exponent of a law is found, alphas where too few arrive left out', () => {
  const law = arrivalLaw(groups(-1))
  expect(law.fit.exponent).toBeCloseTo(-1, 10)
  expect(exponentText(law)).toBe('-1.000 (-1.00 to -1.00)')
  const censored = groups(-2).map((group, k) =>
    k === 0 ? { ...group, ordered: { times: { arrival: { median: null } } } } : group,
  )
  expect(arrivalLaw(censored).medians).toHaveLength(3)
  expect(arrivalLaw(censored).fit.exponent).toBeCloseTo(-2, 10)
  expect(mediansText(arrivalLaw(groups(0)))).toBe('0.111: 100, 0.222: 100, 0.333: 100, 0.444: 100')
})

const claim = claims5.find((one) => one.kind === 'summary')!
const judged = (altered: number, plain: number) =>
  claim.judge(
    Object.fromEntries(
      Object.keys(claim.sweeps).map((name) => [
        name,
        groups(name.startsWith('altered') ? altered : plain),
      ]),
    ),
  )

test('the law of Figure 5 holds, is refuted as printed, or is refuted', () => {
  expect(judged(-1, -1).holds).toBe(true)
  expect(judged(0, -1.3)).toMatchObject({ holds: false, instead: { holds: true } })
  expect(judged(-0.5, -1.3)).toMatchObject({ holds: false, instead: { holds: false } })
  expect(judged(0, -3)).toMatchObject({ holds: false, instead: { holds: false } })
  expect(judged(0, -1.3).counterexample).toMatch(
    /^the exponent is 0.000 with altered, steps of 0.1/,
  )
})
