import fc from 'fast-check'
import { test } from 'vitest'
import { agree, leaves, long, recipe, s, small, w, x } from './fixtures/random-programs.ts'
import { gradient, javascript, num, square, sum, tensor } from './index.ts'
import type { AnyTensor } from './index.ts'

test('random expressions: value, gradient and second derivative have the bits of the reference', () => {
  fc.assert(
    fc.property(recipe, (make) => {
      const value = make({ i: undefined, j: undefined })
      const first = gradient(value, leaves)
      const second = gradient(sum(first[0], square).plus(sum(first[1], square)), leaves)
      for (const members of [1, 7])
        agree(javascript, [value, ...first, ...second] as AnyTensor[], members)
    }),
    { numRuns: 60, seed: 20 },
  )
})

test('copies, constants and duplicates are outputs like others', () => {
  const constant = tensor([long, small], () => 2)
  const turned = tensor([long, small], (j, i) => w(i, j))
  agree(javascript, [x, x, w, s, constant, constant, turned, num(3)], 7)
})
