import { expect, test } from 'vitest'
import type { RateOf, RunClaim, SweepClaim, SweptGroup } from './claim.ts'
import { judgeRun, type SeenRun } from './claim-run.ts'
import { judgeSweep, nameOfRate, rateIn } from './claim-sweep.ts'
import { claimVerdict, countVerdicts } from './claim-verdict.ts'

const said = { name: 'a', sentence: 'b', where: 'c' }
const run: RunClaim = {
  ...said,
  kind: 'run',
  preset: 'p',
  expects: {
    outcome: 'collapsed',
    events: ['oscillation', 'mode-collapse'],
    never: ['divergence'],
    final: [{ signal: 'generator.means', cell: 1, from: -1, to: 1 }],
  },
}
const seen: SeenRun = {
  outcome: 'collapsed',
  events: ['stall', 'oscillation', 'mode-collapse'],
  final: { step: 9, signals: { 'generator.means': [5, 1] } },
}

test('a run that shows what it should confirms; each thing that differs refutes, and is told', () => {
  expect(judgeRun(run, seen)).toMatchObject({ holds: true, measured: { 'generator.means[1]': 1 } })
  const refuted = (change: Partial<SeenRun>): string | undefined =>
    judgeRun(run, { ...seen, ...change }).counterexample
  expect(refuted({ outcome: 'stalled' })).toBe('outcome stalled instead of collapsed')
  expect(refuted({ events: ['mode-collapse'] })).toBe('oscillation never appeared')
  expect(refuted({ events: ['mode-collapse', 'oscillation'] })).toMatch(/order mode-collapse/)
  expect(refuted({ events: [...seen.events, 'divergence'] })).toBe('divergence appeared')
  for (const value of [1.5, NaN])
    expect(refuted({ final: { step: 9, signals: { 'generator.means': [0, value] } } })).toBe(
      `generator.means[1] is ${value}, outside -1 .. 1`,
    )
  expect(refuted({ final: { step: 9, signals: {} } })).toMatch(/is NaN/)
})

const one = { region: 'r', criterion: 'c' }
const claim = (is: SweepClaim['holds'][number]['is'], than: number | null): SweepClaim => ({
  ...said,
  kind: 'sweep',
  sweeps: { a: { preset: 'x' }, b: { preset: 'y' } },
  holds: [{ rate: { sweep: 'a', ...one }, is, than: than ?? { sweep: 'b', ...one } }],
})
const rates = (a: number, b = 0) =>
  judgeSweep(claim('above', null), ({ sweep }) => (sweep === 'a' ? a : b))

test('rates are compared with numbers and with one another', () => {
  const holds = (is: SweepClaim['holds'][number]['is'], than: number) =>
    judgeSweep(claim(is, than), () => 0.5).holds
  expect([holds('at-least', 0.5), holds('at-most', 0.5)]).toEqual([true, true])
  expect([holds('above', 0.5), holds('below', 0.5)]).toEqual([false, false])
  expect(rates(0.4, 0.3).holds).toBe(true)
  expect(rates(0.3, 0.3)).toMatchObject({
    holds: false,
    counterexample: 'a, r (c) is 0.3, not above 0.3 of b, r (c)',
    measured: { 'a, r (c)': 0.3, 'b, r (c)': 0.3 },
  })
  expect(rates(NaN).holds).toBe(false)
})

test('a run that errs as the source is known to err is refuted as printed, and tells what holds instead', () => {
  const at = (from: number, to: number) => ({ final: [{ signal: 'generator.means', from, to }] })
  const erring: RunClaim = {
    ...said,
    kind: 'run',
    preset: 'p',
    expects: at(0.2, 0.3),
    instead: { says: 'it rests at 5', expects: at(4.9, 5.1) },
  }
  const found = judgeRun(erring, seen)
  expect(found).toMatchObject({
    holds: false,
    counterexample: 'generator.means is 5, outside 0.2 .. 0.3',
    instead: { says: 'it rests at 5', holds: true, measured: { 'generator.means': 5 } },
  })
  const elsewhere = judgeRun(erring, {
    ...seen,
    final: { step: 9, signals: { 'generator.means': 7 } },
  })
  const right = judgeRun({ ...erring, expects: at(4.9, 5.1) }, seen)
  expect([found, elsewhere, right].map(claimVerdict)).toEqual([
    'refuted as printed',
    'refuted',
    'holds',
  ])
  expect(countVerdicts([found, found, elsewhere])).toEqual({
    holds: 0,
    'refuted as printed': 2,
    refuted: 1,
  })
})

test('an event must have begun before a step', () => {
  const early: RunClaim = { ...run, expects: { before: { oscillation: 150 } } }
  const since = (step: number) => judgeRun(early, { ...seen, since: { oscillation: step } })
  expect(since(149)).toMatchObject({ holds: true, measured: { 'oscillation since': 149 } })
  expect(since(150).counterexample).toBe('oscillation began at 150, not before 150')
  expect(judgeRun(early, seen).holds).toBe(false)
})

const summary: readonly SweptGroup[] = [0.5, 0.21622455073017247, 0.01].map((alpha, k) => ({
  group: { alpha },
  r: k === 2 ? null : { c: { mean: 1 - k / 4 } },
}))
const rate = (group?: RateOf['group'], more: Partial<RateOf> = {}): number =>
  rateIn(summary, { sweep: 'a', ...one, ...(group === undefined ? {} : { group }), ...more })

test('rates of groups: by their numbers, the lowest and the highest; what is not there is NaN', () => {
  expect([rate({ alpha: 0.5 }), rate({ alpha: 0.216224551 })]).toEqual([1, 0.75])
  expect([rate('lowest'), rate('highest')]).toEqual([0.75, 1])
  expect([rate(), rate({ alpha: 0.01 }), rate({ alpha: 0.2162 }), rate({ beta: 1 })]).toEqual([
    NaN,
    NaN,
    NaN,
    NaN,
  ])
  expect([rate('lowest', { criterion: 'x' }), rate('lowest', { region: 'x' })]).toEqual([NaN, NaN])
  expect(rateIn(summary.slice(0, 1), { sweep: 'a', ...one })).toBe(1)
  const named = (group: RateOf['group']) => nameOfRate({ sweep: 'a', ...one, group: group! })
  expect([named('lowest'), named({ alpha: 0.5 })]).toEqual([
    'lowest a, r (c)',
    'a, r (c) at alpha = 0.5',
  ])
})

test('rates that err as the source is known to err', () => {
  const erring: SweepClaim = {
    ...claim('at-least', 1),
    instead: {
      says: 'half of them',
      holds: [{ rate: { sweep: 'a', ...one }, is: 'at-most', than: 0.5 }],
    },
  }
  expect([0.5, 0.7, 1].map((found) => claimVerdict(judgeSweep(erring, () => found)))).toEqual([
    'refuted as printed',
    'refuted',
    'holds',
  ])
})
