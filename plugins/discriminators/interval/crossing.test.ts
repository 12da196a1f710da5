import { array, axis, evaluate, type AnyTensor } from '@ganglion/calculus'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cross, crossings } from './crossing.ts'

type State = Readonly<Record<'left' | 'right' | 'alive', readonly number[]>>

/** A crossing rule on numbers. */
function rule(crossing: (typeof crossings)[number], count: number) {
  const intervals = axis('intervals', count)
  const ends = (owner: string) => ({
    left: array(`${owner}.left`, [intervals]),
    right: array(`${owner}.right`, [intervals]),
    alive: array(`${owner}.alive`, [intervals]),
  })
  const [after, from] = [ends('next'), ends('before')]
  const result = { ...after, ...cross(crossing, after, from) }
  return (next: State, before: State): State => {
    const told = (owner: string, state: State) =>
      Object.entries(state).map(([name, list]) => [`${owner}.${name}`, list])
    const inputs = Object.fromEntries([...told('next', next), ...told('before', before)])
    const list = (tensor: Exclude<AnyTensor, { free: unknown }>) => [...evaluate(tensor, inputs)]
    return { left: list(result.left), right: list(result.right), alive: list(result.alive) }
  }
}

const list = <T>(of: fc.Arbitrary<T>, n: number) => fc.array(of, { minLength: n, maxLength: n })
const states = (count: number) => {
  const end = list(fc.double({ min: -4, max: 4, noNaN: true }), count)
  return fc.record({ left: end, right: end, alive: list(fc.constantFrom(0, 1), count) })
}
const moves = (count: number, judge: (moved: State, before: State) => void) =>
  fc.assert(
    fc.property(states(count), states(count), (moved, before) =>
      judge({ ...moved, alive: before.alive }, before),
    ),
    { numRuns: 200, seed: 1 },
  )

test.each(crossings)('%s is idempotent on any state', (crossing) => {
  const apply = rule(crossing, 2)
  moves(2, (moved, before) => {
    const once = apply(moved, before)
    const twice = apply(once, once)
    expect(twice.alive).toEqual(once.alive)
    for (const end of ['left', 'right'] as const)
      twice[end].forEach((x, k) => expect(x).toBeCloseTo(once[end][k]!, 12))
  })
})

test.each(['absorb', 'absorb-ordered'] as const)('%s: the dead neither rise nor move', (name) => {
  const apply = rule(name, 3)
  moves(3, (moved, before) => {
    const after = apply(moved, before)
    after.alive.forEach((alive, k) => {
      const [l, r] = [after.left[k]!, after.right[k]!]
      if (before.alive[k] === 0) expect([alive, l, r]).toEqual([0, before.left[k], before.right[k]])
      else if (alive === 1) expect(l).toBeLessThan(r)
      else expect(l).toBe(r)
    })
  })
})

test('absorb: the inverted meet at the midpoint of their new ends', () => {
  const apply = rule('absorb', 2)
  moves(2, (moved, before) => {
    const after = apply(moved, before)
    moved.left.forEach((l, k) => {
      if (before.alive[k] === 0) return
      const r = moved.right[k]!
      const inverted = l >= r
      expect(after.alive[k]).toBe(inverted ? 0 : 1)
      expect(after.left[k]).toBe(inverted ? (l + r) / 2 : l)
      expect(after.right[k]).toBe(inverted ? (l + r) / 2 : r)
    })
  })
})

const line = ({ left, right }: State): number[] => left.flatMap((l, k) => [l, right[k]!])

test('absorb-ordered: the living stand in order', () => {
  const apply = rule('absorb-ordered', 3)
  moves(3, (moved, before) => {
    const after = apply(moved, before)
    const living = line(after).filter((_, k) => after.alive[k >> 1] === 1)
    expect(living).toEqual([...living].sort((a, b) => a - b))
  })
})

/** Isotonic regression by pooling adjacent violators. */
function pooled(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = []
  for (const value of values) {
    pools.push({ sum: value, count: 1 })
    for (;;) {
      const [a, b] = pools.slice(-2)
      if (!a || !b || a.sum / a.count <= b.sum / b.count) break
      pools.splice(-2, 2, { sum: a.sum + b.sum, count: a.count + b.count })
    }
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}

test.each([1, 2, 3])('isotonic pools adjacent violators, with %i intervals', (count) => {
  const apply = rule('isotonic', count)
  moves(count, (moved, before) => {
    const after = line(apply(moved, before))
    pooled(line(moved)).forEach((x, k) => expect(after[k]).toBeCloseTo(x, 12))
  })
})
