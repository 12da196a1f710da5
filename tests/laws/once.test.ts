import {
  array,
  axis,
  cos,
  dot,
  gradient,
  javascript,
  square,
  sum,
  type AnyTensor,
  type Expr,
  type Program,
} from '@ganglion/calculus'
import { exact } from '@ganglion/kernels'
import { expect, test } from 'vitest'
import { assemble } from '../../packages/kernels/src/assemble.ts'
import { looped } from '../../packages/kernels/src/looped.ts'

const [features, space, count] = [axis('features', 13), axis('space', 2), axis('count', 3)]
const fixed = { stage: 'fixed' } as const
const frequency = array('frequency', [features, space], fixed)
const phase = array('phase', [features], fixed)
const truth = array('truth', [count, space], fixed)
const theta = array('theta', [features])
const place = array('place', [count, space])

/** The mean of random features over rows of points. */
const mean = (points: typeof truth): Expr =>
  sum(count, (n) => sum(theta, (t, m) => t.times(cos(dot(frequency(m), points(n)).plus(phase(m))))))

const value = mean(truth).minus(mean(place)).minus(sum(theta, square))
const arrays = [frequency, phase, truth, theta, place] as const
const program: Program = {
  name: 'features',
  inputs: arrays.map((a) => a.symbol),
  outputs: gradient(value, [theta, place]).map((tensor, k) => ({
    name: `slope.${k}`,
    tensor: tensor as AnyTensor,
  })),
}
const cells = [26, 13, 6, 13, 6, 13, 6]

const filled = (members: number, from: number): Float64Array[] =>
  cells.map((c, k) =>
    exact.allocate(c * members).map((_, i) => Math.sin(from + 1.7 * i + 3.1 * k) * 2),
  )

test.each([1, 2, 5])('%i members: what is fixed is found once, with the same bits', (members) => {
  const code = looped(program, new Map(), {
    translate: (flat) => assemble(flat),
    limits: { unrolled: 4, body: 40, elementary: 4 },
  })!
  const { run, again } = code.place()
  const reference = javascript.compile(program)
  const mine = filled(members, 1)
  const same = (): void => {
    const theirs = mine.map((a) => a.slice())
    reference.run(theirs, members)
    mine.forEach((numbers, k) => expect([...numbers]).toEqual([...theirs[k]!]))
  }
  run(mine, members)
  same()
  for (const k of [3, 4]) mine[k]!.forEach((x, i) => (mine[k]![i] = x + 0.25))
  again!(mine, members)
  same()
  // Another frequency is not seen by `again`, which is what it says; `run` sees it.
  mine[0]!.forEach((x, i) => (mine[0]![i] = 1.5 * x))
  run(mine, members)
  same()
})

test('a program whose fixed arrays make nothing that takes long is not parted', () => {
  const plain: Program = {
    name: 'plain',
    inputs: [phase.symbol, theta.symbol],
    outputs: [{ name: 'out', tensor: dot(theta, phase) }],
  }
  const code = looped(plain, new Map(), { translate: (flat) => assemble(flat) })!
  expect(code.place().again).toBeUndefined()
})
