import { expect, test } from 'vitest'
import { schedule } from './schedule.ts'
import { StraightLine } from './straight-line.ts'
import { argumentsOf, type Value } from './value.ts'

/** Chains of sums that begin one after the other. */
function chains(count: number, length: number): readonly Value[] {
  const line = new StraightLine()
  for (let c = 0; c < count; c++) {
    let value = line.load(c, 0)
    for (let k = 0; k < length; k++) value = line.apply('add', value, line.load(c, k + 1))
  }
  return line.values
}

test('every value stands once, after what it takes', () => {
  const values = chains(16, 20)
  const ordered = schedule(values)
  expect(new Set(ordered)).toEqual(new Set(values))
  expect(ordered.length).toBe(values.length)
  const place = new Map(ordered.map((v, k) => [v, k]))
  for (const value of ordered)
    for (const arg of argumentsOf(value)) expect(place.get(arg)!).toBeLessThan(place.get(value)!)
})

test('chains that do not depend on one another advance side by side', () => {
  const sums = schedule(chains(16, 20)).filter((v) => v.kind === 'apply')
  const neighbours = sums.slice(1).filter((v, k) => argumentsOf(v).includes(sums[k]!))
  expect(neighbours.length).toBe(0)
})

test('few values are kept at once where many could be begun', () => {
  const last = new Map<Value, number>()
  const ordered = schedule(chains(200, 20))
  ordered.forEach((v, k) => argumentsOf(v).forEach((a) => last.set(a, k)))
  const alive = ordered.map(
    (_, k) =>
      ordered.filter((v, j) => j <= k && v.kind === 'apply' && (last.get(v) ?? j) > k).length,
  )
  expect(Math.max(...alive)).toBeLessThanOrEqual(32)
})
