import type { Comparison, Finding, RateOf, SweepClaim } from './claim.ts'

/** Judges a claim by the rates of its sweeps. A rate that nobody measured is NaN, and refutes. */
export function judgeSweep({ holds }: SweepClaim, rate: (of: RateOf) => number): Finding {
  const valueOf = (than: number | RateOf): number => (typeof than === 'number' ? than : rate(than))
  const faults = holds.filter((one) => !compare(rate(one.rate), one.is, valueOf(one.than)))
  const rates = holds.flatMap(({ rate: one, than }) =>
    typeof than === 'number' ? [one] : [one, than],
  )
  const measured = Object.fromEntries(rates.map((one) => [nameOfRate(one), rate(one)]))
  return faults.length === 0
    ? { holds: true, measured }
    : {
        holds: false,
        measured,
        counterexample: faults
          .map((one) => told(one, rate(one.rate), valueOf(one.than)))
          .join('; '),
      }
}

/** A rate in words: `regular, diagonal (l1)`. */
export function nameOfRate({ sweep, region, criterion }: RateOf): string {
  return `${sweep}, ${region} (${criterion})`
}

function compare(a: number, is: Comparison['is'], b: number): boolean {
  switch (is) {
    case 'at-least':
      return a >= b
    case 'at-most':
      return a <= b
    case 'above':
      return a > b
    case 'below':
      return a < b
  }
}

function told({ rate, is, than }: Comparison, a: number, b: number): string {
  const other = typeof than === 'number' ? '' : ` of ${nameOfRate(than)}`
  return `${nameOfRate(rate)} is ${a}, not ${is.replace('-', ' ')} ${b}${other}`
}
