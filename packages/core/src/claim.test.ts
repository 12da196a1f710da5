import { expect, test } from 'vitest'
import type { RunClaim, SweepClaim } from './claim.ts'
import { judgeRun, type SeenRun } from './claim-run.ts'
import { judgeSweep } from './claim-sweep.ts'

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
