import type { Comparison, Finding, RateOf, SweepClaim, SweptGroup } from './claim.ts'

/** What papers say of rates: all succeed, none does, more or fewer than a number, or than those of another rate. */
export const compared = {
  always: (rate: RateOf): Comparison => ({ rate, is: 'at-least', than: 1 }),
  never: (rate: RateOf): Comparison => ({ rate, is: 'at-most', than: 0 }),
  above: (rate: RateOf, than: number | RateOf): Comparison => ({ rate, is: 'above', than }),
  below: (rate: RateOf, than: number | RateOf): Comparison => ({ rate, is: 'below', than }),
} as const

/** Judges a claim by the rates of its sweeps. A rate that nobody measured is NaN, and refutes. */
export function judgeSweep({ holds, instead }: SweepClaim, rate: (of: RateOf) => number): Finding {
  const finding = judgeComparisons(holds, rate)
  if (finding.holds || !instead) return finding
  return { ...finding, instead: { says: instead.says, ...judgeComparisons(instead.holds, rate) } }
}

/** A rate as the summary of its sweep tells it; NaN for what that does not hold, or holds for more than one group. */
export function rateIn(summary: readonly SweptGroup[], of: RateOf): number {
  const { group, region, criterion } = of
  const rates = summary
    .filter((entry) => typeof group !== 'object' || isGroup(entry, group))
    .map((entry) => entry[region])
    .flatMap((found) => (typeof found === 'object' && found !== null ? [found[criterion]] : []))
    .map((rate) => (rate as { readonly mean?: number } | undefined)?.mean ?? NaN)
  if (rates.length === 0) return NaN
  if (group === 'lowest') return Math.min(...rates)
  if (group === 'highest') return Math.max(...rates)
  return rates.length === 1 ? rates[0]! : NaN
}

/** Whether numbers of a group are these: spaced values are known to six digits to those who write them down. */
function isGroup(entry: SweptGroup, wanted: Readonly<Record<string, number>>): boolean {
  return Object.entries(wanted).every(([axis, value]) => {
    const found = entry.group[axis]
    return typeof found === 'number' && Math.abs(found - value) <= 1e-6 * Math.abs(value)
  })
}

function judgeComparisons(holds: readonly Comparison[], rate: (of: RateOf) => number): Finding {
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

/** A rate in words: `regular, diagonal (l1)`, or `plain, ordered (means) at alpha = 0.5`. */
export function nameOfRate({ sweep, region, criterion, group }: RateOf): string {
  const name = `${sweep}, ${region} (${criterion})`
  if (group === undefined) return name
  if (typeof group === 'string') return `${group} ${name}`
  const numbers = Object.entries(group).map(([axis, value]) => `${axis} = ${value}`)
  return `${name} at ${numbers.join(', ')}`
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
